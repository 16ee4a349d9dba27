import { german } from '#language/german/german.ts';
import { ruleMessages, sourceFiles, wordsOfFile } from '#test/support/said-messages.ts';

/**
 * `node test/support/list-german.ts src/web/pages/team`: what of a folder is not said yet, and which of its messages
 * have no German, ready to be pasted into `src/language/german/`. `rules` lists the texts of the rules.
 */
const [folder = 'src/web'] = process.argv.slice(2);
const files = folder === 'rules' ? [] : sourceFiles(folder.includes('*') || folder.endsWith('.ts') || folder.endsWith('.tsx') ? folder : `${folder}/**/*.{ts,tsx}`);
const messages = folder === 'rules' ? [...ruleMessages()] : [];
for (const file of files) {
  const words = wordsOfFile(file);
  messages.push(...words.messages);
  for (const text of [...words.unsaid, ...words.faults]) console.log(`not said  ${file}: ${text}`);
}
for (const text of new Set(messages.map((message) => message.text))) {
  if (!Object.hasOwn(german.messages, text)) console.log(`  ${JSON.stringify(text)}: '',`);
}
