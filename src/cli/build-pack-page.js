// Builds the page board packs are made from: the web app in one file, with a place for the picture it shows.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/**
 * Writes `pack/template.html` into a folder.
 * @param {string} folder
 */
export async function buildPackPage(folder) {
  const result = await build({
    configFile: false,
    root: join(root, 'src/web/pack'),
    publicDir: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      write: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: join(root, 'src/web/pack/pack.html'), output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const page = outputs.find((one) => one.fileName.endsWith('.html'));
  const scripts = outputs.filter((one) => one.type === 'chunk');
  const workers = outputs.filter((one) => one.type === 'asset' && one.fileName.endsWith('.js'));
  const styles = outputs.filter((one) => one.type === 'asset' && one.fileName.endsWith('.css'));
  const others = outputs.filter((one) => one !== page && !scripts.includes(one) && !styles.includes(one) && !workers.includes(one));
  if (page?.type !== 'asset' || scripts.length !== 1 || others.length > 0) {
    throw new Error(`The page of a pack has to be one file; the build made ${outputs.map((one) => one.fileName).join(', ')}.`);
  }
  const css = styles.map((one) => latinOnly(String(one.type === 'asset' ? one.source : ''))).join('\n');
  const code = withWorkers(scripts.map((one) => (one.type === 'chunk' ? one.code : '')).join('\n'), workers).replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
  const html = String(page.source)
    .replace(/<script type="module"[^>]*><\/script>/, '')
    .replace(/<link rel="stylesheet"[^>]*>/, '')
    .replace('</head>', () => `<style>${css}</style></head>`)
    .replace('</body>', () => `<script type="module">${code}</script></body>`);
  mkdirSync(join(folder, 'pack'), { recursive: true });
  writeFileSync(join(folder, 'pack', 'template.html'), html);
}

/**
 * A pack carries the Latin faces of its fonts; other letters are drawn by the reader's own.
 * @param {string} css
 */
function latinOnly(css) {
  return css.replace(/@font-face\s*\{[^}]*\}/g, (face) => (/unicode-range:\s*U\+(\?\?|0{1,4}-0{0,2}FF)/i.test(face) ? face : ''));
}

/**
 * A worker beside the file would not be found when the file is sent on: it stands in it as a data address.
 * @param {string} code
 * @param {readonly { fileName: string, source?: string | Uint8Array }[]} workers
 */
function withWorkers(code, workers) {
  let whole = code;
  for (const { fileName, source = '' } of workers) {
    const address = JSON.stringify(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);
    const name = fileName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const reference = new RegExp(`new URL\\(["'\`][./]*${name}["'\`]\\s*,[^()]*import\\.meta\\.url\\)`, 'g');
    if (!reference.test(whole)) throw new Error(`Nothing in the page refers to ${fileName} in a way that is known here.`);
    whole = whole.replace(reference, () => address);
  }
  return whole;
}
