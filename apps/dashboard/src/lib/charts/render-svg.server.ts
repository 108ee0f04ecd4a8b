import type { Component } from "svelte";
import { render } from "svelte/server";
import { toPlainSvg } from "./to-plain-svg.ts";

/** Draws a chart component on the server, to the markup of its one `<svg>`. */
export function renderSvg<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props,
): string {
  return toPlainSvg(render(component, { props }).body);
}
