// What the page needs of npm, put into ../static/built: run by the build hook (hatch_build.py).
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { feature } from "topojson-client";

const OUT = new URL("../static/built/", import.meta.url);
const HERE = new URL("./", import.meta.url);
const DIGITS = 2; // of a degree: about a kilometre, finer than a map of a country shows

/** Round a ring's points, and leave out those that fall on the one before. */
function ring(points) {
  const found = [];
  for (const [lon, lat] of points) {
    const point = [Number(lon.toFixed(DIGITS)), Number(lat.toFixed(DIGITS))];
    const last = found.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) found.push(point);
  }
  return found;
}

/** Countries of Natural Earth 1:50m: [{"code": ISO 3166-1 numeric or null, "name", "rings"}]. */
async function outlines() {
  const atlas = JSON.parse(
    await readFile(new URL("node_modules/world-atlas/countries-50m.json", HERE), "utf8"),
  );
  return feature(atlas, atlas.objects.countries).features.map(({ id, properties, geometry }) => ({
    code: id ?? null,
    name: properties.name,
    rings: (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates)
      .flat()
      .map(ring)
      .filter((points) => points.length > 3),
  }));
}

await mkdir(OUT, { recursive: true });
await build({
  entryPoints: [new URL("page.ts", HERE).pathname],
  bundle: true,
  minify: true,
  target: "es2022",
  outfile: new URL("page.js", OUT).pathname,
});
// A picture's words need a font, and a machine without a desktop may have none.
for (const face of ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]) {
  await copyFile(new URL(`node_modules/dejavu-fonts-ttf/ttf/${face}`, HERE), new URL(face, OUT));
}
await copyFile(new URL("node_modules/htmx.org/dist/htmx.min.js", HERE), new URL("htmx.js", OUT));
await writeFile(new URL("outlines.json", OUT), JSON.stringify(await outlines()));
