// Bundles the style sheet, the small script and the fonts into var/assets/rondetafel/.
// RONDETAFEL_THEMA names another token file; RONDETAFEL_VAR another data folder.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const thema = resolve(process.env.RONDETAFEL_THEMA ?? join(root, "front/thema/rondetafel.css"));
const outdir = resolve(process.env.RONDETAFEL_VAR ?? join(root, "var"), "assets/rondetafel");

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { app: join(root, "front/stijl/app.css"), rondetafel: join(root, "front/js/rondetafel.js") },
  outdir,
  bundle: true,
  minify: true,
  target: ["chrome109", "firefox110", "safari15.4"],
  alias: { "@thema": thema },
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  logLevel: "warning",
});

const licentie = join(outdir, "fonts/LICENTIE-Atkinson-Hyperlegible-Next.txt");
mkdirSync(dirname(licentie), { recursive: true });
copyFileSync(join(root, "node_modules/@fontsource/atkinson-hyperlegible-next/LICENSE"), licentie);

const css = readFileSync(join(outdir, "app.css"));
console.log(`app.css ${(css.length / 1024).toFixed(1)} kB, gzip ${(gzipSync(css).length / 1024).toFixed(1)} kB`);
