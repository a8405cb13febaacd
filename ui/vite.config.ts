import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const uswds = here("node_modules/@uswds/uswds/");

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@uswds-dist": `${uswds}dist` } },
  // Only the components named in the stylesheet are compiled, and USWDS's own deprecation notes are not ours to fix.
  css: { preprocessorOptions: { scss: { loadPaths: [here("src/styles/instead"), `${uswds}packages`], quietDeps: true } } },
  build: { chunkSizeWarningLimit: 900 },
});
