import { currentLanguage, isLanguageTag, languageTags, setLanguage } from '#language/current.ts';
import { shipped } from '#language/shipped.ts';
import { CallRefused, type Command, type ExitCode, type Terminal } from '#cli/command.ts';
import { backupCommand } from '#cli/backup.ts';
import { doctorCommand } from '#cli/doctor.ts';
import { evaluateCommand } from '#cli/evaluate.ts';
import { exportCommand } from '#cli/export.ts';
import { exposureCommand } from '#cli/exposure.ts';
import { importCommand } from '#cli/import.ts';
import { mapCommand } from '#cli/map.ts';
import { packCommand } from '#cli/pack.ts';
import { pushCommand } from '#cli/push.ts';
import { rebuildCommand } from '#cli/rebuild.ts';
import { replayCommand } from '#cli/replay.ts';
import { restoreCommand } from '#cli/restore.ts';
import { serveCommand } from '#cli/serve.ts';
import { tokenCommand } from '#cli/token.ts';
import { verifyCommand } from '#cli/verify.ts';

const commands: readonly Command[] = [
  serveCommand, importCommand, pushCommand, tokenCommand, evaluateCommand, replayCommand, exposureCommand, exportCommand, mapCommand, packCommand, verifyCommand, backupCommand, restoreCommand, rebuildCommand, doctorCommand,
];

/** Runs one command line and answers with its exit code; never throws. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal()): Promise<ExitCode> {
  const before = currentLanguage();
  const { language, others } = languageOption(args);
  if (!isLanguageTag(language)) {
    terminal.say(`--language takes ${languageTags.join(' or ')}; "${language}" is neither.`);
    return 2;
  }
  setLanguage(shipped[language]);
  try {
    return await runCommand(others, terminal);
  } finally {
    setLanguage(before);
  }
}

/** Every command takes `--language de`, wherever it stands; English where none is named. */
function languageOption(args: readonly string[]): { language: string; others: readonly string[] } {
  const at = args.findIndex((one) => one === '--language' || one.startsWith('--language='));
  if (at === -1) return { language: 'en', others: args };
  const [name = '', value] = (args[at] ?? '').split('=');
  const taken = value === undefined ? 2 : 1;
  return { language: value ?? args[at + 1] ?? name, others: args.toSpliced(at, taken) };
}

async function runCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.print(helpText());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    terminal.say(`There is no command "${name}". Commands: ${commands.map((each) => each.name).join(', ')}.`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(`${command.summary}\n\n  whose-call ${command.usage}`);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    return explain(error, command, terminal);
  }
}

function explain(error: unknown, command: Command, terminal: Terminal): ExitCode {
  if (error instanceof CallRefused) {
    terminal.say(`${error.message}\nUsage: whose-call ${command.usage}`);
    return 2;
  }
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    terminal.say(`${error.message}\nUsage: whose-call ${command.usage}`);
    return 2;
  }
  terminal.say(error instanceof Error ? error.message : String(error));
  return 1;
}

function helpText(): string {
  const lines = commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return ['Whose Call: who decides each cyber risk, whether they can, and whether they know.', '', ...lines, '', 'Every command takes --language de.'].join('\n');
}

function processTerminal(): Terminal {
  return {
    print: (text) => void process.stdout.write(`${text}\n`),
    say: (text) => void process.stderr.write(`${text}\n`),
    interactive: process.stderr.isTTY === true,
    folder: process.cwd(),
    today: () => new Date().toISOString().slice(0, 10),
    environment: process.env,
  };
}
