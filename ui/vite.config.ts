import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const uswds = fileURLToPath(new URL("node_modules/@uswds/uswds/", import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@uswds-dist": `${uswds}dist` } },
  // Only the components named in the stylesheet are compiled, and USWDS's own deprecation notes are not ours to fix.
  css: { preprocessorOptions: { scss: { loadPaths: [`${uswds}packages`], quietDeps: true } } },
  build: { chunkSizeWarningLimit: 900 },
});
