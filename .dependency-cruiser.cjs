const { layers, rooms } = require("./packages/tooling/rooms.cjs");

const literal = (text) => text.replace(/[/.-]/g, "\\$&");
const isTest = "\\.test\\.ts$|/testing/|\\.test-support\\.ts$";

/** A layer may reach only the layers named for it. */
const layerWalls = Object.entries(layers).map(([layer, below]) => ({
  name: `layer:${layer}`,
  severity: "error",
  from: { path: `^${literal(layer)}/` },
  to: {
    path: `^(?:${Object.keys(layers)
      .filter((other) => other !== layer && !below.includes(other))
      .map(literal)
      .join("|")})/`,
  },
}));

/** A room may open only the rooms named for it, and only through their index.ts. */
const roomWalls = Object.entries(rooms).flatMap(([layer, ofLayer]) =>
  Object.entries(ofLayer).flatMap(([room, { opens }]) => {
    const own = `^${literal(layer)}/src/${literal(room)}/`;
    const others = Object.keys(ofLayer).filter((other) => other !== room);
    const closed = others.filter((other) => !opens.includes(other));
    const inside = others
      .map((other) => `^${literal(layer)}/src/${literal(other)}/(?!index\\.ts$)`)
      .join("|");
    return [
      {
        name: `room:${layer}/${room}`,
        severity: "error",
        from: { path: own, pathNot: isTest },
        to: { path: `^${literal(layer)}/src/(?:${closed.map(literal).join("|")})/` },
      },
      {
        name: `front-door:${layer}/${room}`,
        severity: "error",
        from: { path: own, pathNot: isTest },
        to: { path: inside },
      },
    ];
  }),
);

module.exports = {
  forbidden: [
    ...layerWalls,
    ...roomWalls.filter(({ to }) => !to.path.includes("(?:)")),
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "domain-is-pure",
      severity: "error",
      comment: "The model may use only dates and schemas: no I/O, no clock, no database.",
      from: { path: "^packages/domain/src/", pathNot: isTest },
      to: {
        pathNot: [
          "^packages/domain/src/",
          "node_modules/date-fns/",
          "node_modules/@date-fns/",
          "node_modules/zod/",
        ],
      },
    },
    {
      name: "disclosure-stands-alone",
      severity: "error",
      from: { path: "^packages/disclosure/src/", pathNot: isTest },
      to: {
        pathNot: [
          "^packages/disclosure/src/",
          "node_modules/highs/",
          "node_modules/zod/",
          "^(node:)?crypto$",
        ],
      },
    },
    {
      name: "rooms-of-the-dashboard-meet-in-views",
      severity: "error",
      from: { path: "^apps/dashboard/src/lib/shared/" },
      to: { path: "^apps/dashboard/src/lib/(?!shared/|messages/)" },
    },
    {
      name: "only-charts-draw",
      severity: "error",
      from: { path: "^apps/dashboard/src/", pathNot: "^apps/dashboard/src/lib/charts/" },
      to: { path: "node_modules/layerchart/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.svelte-kit|/build/|/\\$types" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["svelte", "import", "types", "default"],
      extensions: [".ts", ".svelte", ".js", ".json"],
    },
  },
};
