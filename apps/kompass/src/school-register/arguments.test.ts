import { expect, test } from "vitest";
import { readArguments } from "./arguments.ts";

const read = (url: string, environment: Record<string, string> = {}) =>
  readArguments(["--kommun", "9001", "--url", url], "/", environment);

test.each(["https://skolregister.example/v2", "http://127.0.0.1:4000/v2"])(
  "the register is asked at %s",
  async (url) => {
    expect(await read(url)).toMatchObject({ from: { kind: "url", url } });
  },
);

test.each(["http://skolregister.example/v2", "ftp://skolregister.example", "skolregister"])(
  "and never in the clear: %s",
  async (url) => {
    expect(await read(url)).toBeNull();
    const token = { KOMPASSEN_SS12000_TOKEN_URL: url };
    expect(await read("https://skolregister.example/v2", token)).toBeNull();
  },
);
