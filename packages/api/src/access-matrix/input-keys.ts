import { z } from "zod";

/** The names of everything that an input takes, at every depth. */
export function inputKeys(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, of]) => [key, ...inputKeys(of)]);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return inputKeys(schema.unwrap());
  if (schema instanceof z.ZodArray) return inputKeys(schema.element);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(inputKeys);
  if (schema instanceof z.ZodRecord) return inputKeys(schema.valueType);
  return schema instanceof z.ZodPipe ? inputKeys(schema.in) : [];
}
