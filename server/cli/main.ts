// The command line: verbs, options and exit codes. Data goes to standard output, everything else to standard error.
import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { type Encoding, encodings } from '../bytes/charset.ts';
import { projectRoot } from '../config.ts';
import {
  afterHelp,
  choicesIn,
  descriptions,
  errorIn,
  examples,
  exampleTitle,
  optionTexts,
  titleIn,
} from './help.ts';
import { bytesOf, exitCode, type Input, readInput } from './input.ts';
import { fill, languageOf, processTerminal, type Terminal, type Voice, voiceOf } from './terminal.ts';
import { auditJson, contradictions, showAudit } from './verb/audit.ts';
import { importDocument } from './verb/import.ts';
import { showReading } from './verb/read.ts';
import { addRegisterVerbs } from './verb/register-call.ts';
import { words } from './words.ts';

interface Options {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly text?: boolean;
  readonly lang?: string;
  readonly color?: boolean;
  readonly encoding?: Encoding;
  readonly server?: string;
  readonly check?: boolean;
  readonly checkpoints?: string;
}

/** What an action needs: the files it was given, how to speak, where to write. */
interface Call {
  readonly terminal: Terminal;
  readonly voice: Voice;
  readonly options: Options;
}

const widthOf = (terminal: Terminal): number => (terminal.outIsTty ? Math.min(terminal.columns, 160) : 120);

const printJson = (terminal: Terminal, value: unknown): void => terminal.out(`${JSON.stringify(value)}\n`);
const printLines = (terminal: Terminal, lines: readonly string[]): void =>
  terminal.out(`${lines.join('\n')}\n`);

/** Reads files one after another; standard input can be read only once. */
async function readAll(files: readonly string[], call: Call): Promise<Input[]> {
  if (files.filter((file) => file === '-').length > 1)
    throw new CommanderError(exitCode.usage, 'usage', call.voice.say(words.stdinTwice));
  const inputs: Input[] = [];
  for (const file of files) inputs.push(await readInput(file, call.options, call.terminal, call.voice));
  for (const input of inputs)
    if (!input.ok) call.terminal.err(`${call.voice.paint.red('✗')} ${input.message}\n`);
  return inputs;
}

const problemJson = (input: Extract<Input, { ok: false }>) => ({
  problem: { code: input.code, message: input.message },
});

/** One document on standard output: the object of the only file, or a list with the name of each. */
function printAll(
  inputs: readonly Input[],
  call: Call,
  show: (input: Extract<Input, { ok: true }>) => object,
): void {
  const answers = inputs.map((input) => (input.ok ? show(input) : problemJson(input)));
  const [only] = answers;
  if (inputs.length === 1) printJson(call.terminal, only);
  else
    printJson(
      call.terminal,
      answers.map((answer, at) => ({ file: inputs[at]?.file, ...answer })),
    );
}

const worstOf = (
  inputs: readonly Input[],
  finds: (input: Extract<Input, { ok: true }>) => boolean,
): number => {
  if (inputs.some((input) => !input.ok)) return exitCode.unreadable;
  return inputs.some((input) => input.ok && finds(input)) ? exitCode.findings : exitCode.fine;
};

async function read(files: readonly string[], call: Call): Promise<number> {
  const inputs = await readAll(files, call);
  if (call.options.json) printAll(inputs, call, (input) => input.read.reading);
  else
    for (const [at, input] of inputs.entries()) {
      if (!input.ok) continue;
      const view = { ...input, all: call.options.all === true, width: widthOf(call.terminal) };
      if (call.options.text) call.terminal.out(`${input.read.text}\n`);
      else printLines(call.terminal, [...(at > 0 ? [''] : []), ...showReading(view, call.voice)]);
    }
  return worstOf(inputs, () => false);
}

async function audit(files: readonly string[], call: Call): Promise<number> {
  const inputs = await readAll(files, call);
  if (call.options.json) printAll(inputs, call, ({ read: { reading, text } }) => auditJson(reading, text));
  else
    for (const input of inputs) {
      if (!input.ok) continue;
      const lines = showAudit(input.read.reading, input.read.text, call.voice, widthOf(call.terminal));
      printLines(call.terminal, [
        ...(files.length > 1 ? [call.voice.paint.underline(input.file)] : []),
        ...lines,
      ]);
    }
  return worstOf(inputs, (input) => contradictions(input.read.reading).length > 0);
}

async function judge(file: string, call: Call): Promise<number> {
  const [input] = await readAll([file], call);
  if (!input?.ok) {
    if (input && call.options.json) printJson(call.terminal, problemJson(input));
    return exitCode.unreadable;
  }
  const { judgeReading } = await import('../../core/assess/judge.ts');
  const { allAgree, showJudgement } = await import('./verb/judge.ts');
  const report = judgeReading(input.read.reading, input.read.text);
  if (call.options.json) printJson(call.terminal, report);
  else printLines(call.terminal, showJudgement(report, call.voice, widthOf(call.terminal)));
  return allAgree(report) ? exitCode.fine : exitCode.findings;
}

async function link(earlier: string, later: string, call: Call): Promise<number> {
  const inputs = await readAll([earlier, later], call);
  const [a, b] = inputs;
  if (!a?.ok || !b?.ok) {
    if (call.options.json) printAll(inputs, call, () => ({}));
    return exitCode.unreadable;
  }
  const { linkReadings } = await import('../../core/assess/link.ts');
  const { showLinks } = await import('./verb/link.ts');
  const report = linkReadings(a.read.reading, a.read.text, b.read.reading, b.read.text);
  if (call.options.json) printJson(call.terminal, report);
  else
    printLines(
      call.terminal,
      showLinks(report, [a.read.text, b.read.text], call.voice, widthOf(call.terminal)),
    );
  return exitCode.fine;
}

async function importFile(file: string, call: Call): Promise<number> {
  const { terminal, voice, options } = call;
  const given = await bytesOf(file, terminal, voice);
  if (!given.ok) {
    terminal.err(`${given.message}\n`);
    if (options.json) printJson(terminal, problemJson(given));
    return exitCode.unreadable;
  }
  const server = new URL(options.server ?? `http://127.0.0.1:${terminal.env.PORT || '4870'}`);
  const outcome = await importDocument(
    server,
    { ...given, encoding: options.encoding },
    terminal.env.BIHUAN_TOKEN,
  );
  if (!outcome.ok) {
    const why =
      'zh' in outcome.why
        ? voice.say(outcome.why)
        : fill(voice.say(words.noServer), { address: server.origin });
    terminal.err(`${voice.paint.red('✗')} ${why}\n`);
    if (options.json) printJson(terminal, { problem: { code: outcome.why.code, message: why } });
    return exitCode.unreadable;
  }
  const { documentId, alreadyHere, items, findings } = outcome.value;
  const address = new URL(`/documents/${documentId}`, server).href;
  if (options.json) printJson(terminal, { ...outcome.value, address });
  else {
    const params = { title: given.name, items: String(items), findings: String(findings) };
    const done = alreadyHere ? words.alreadyHere : words.imported;
    printLines(terminal, [fill(voice.say(done), params), fill(voice.say(words.review), { address })]);
  }
  return exitCode.fine;
}

/** The project's version; the command runs from dist/ and, in tests, from the sources. */
function versionOf(): string {
  const about: unknown = JSON.parse(readFileSync(`${projectRoot()}/package.json`, 'utf8'));
  return typeof about === 'object' && about && 'version' in about ? String(about.version) : '';
}

/** Builds the program anew for each run; `done` receives the exit code of the verb. */
function programFor(
  terminal: Terminal,
  language: 'zh' | 'en',
  done: (code: Promise<number>) => void,
): Command {
  const program = new Command('bihuan');
  const texts = optionTexts;
  const say = (text: { zh: string; en: string }) => text[language];
  const callOf = (command: Command): Call => {
    const options: Options = command.optsWithGlobals();
    return { terminal, options, voice: voiceOf(terminal, options) };
  };
  const verb = (name: keyof typeof descriptions, grammar: string) =>
    program
      .command(grammar)
      .description(say(descriptions[name]))
      .addHelpText('before', `${say(exampleTitle)}\n${say(examples[name])}\n`)
      .addHelpText('after', afterHelp(language))
      .helpOption('-h, --help', say(texts.help));
  const json = (command: Command) => command.option('--json', say(texts.json));
  const encoding = (command: Command) =>
    command.addOption(new Option('--encoding <name>', say(texts.encoding)).choices([...encodings]));

  program
    .description(say(descriptions.program))
    .version(versionOf(), '-V, --version', say(texts.version))
    .addOption(new Option('--lang <code>', say(texts.lang)).choices(['zh', 'en']))
    .option('--no-color', say(texts.noColor))
    .helpOption('-h, --help', say(texts.help))
    .helpCommand(false)
    .addHelpText('before', `${say(exampleTitle)}\n${say(examples.program)}\n`)
    .addHelpText('after', afterHelp(language))
    .configureHelp({
      styleTitle: (title) => titleIn(language, title),
      styleOptionDescription: (text) => choicesIn(language, text),
      showGlobalOptions: true,
    })
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (message, write) => write(errorIn(language, message)),
    })
    .exitOverride();

  encoding(json(verb('read', 'read')))
    .argument('<files...>', say(texts.files))
    .option('--all', say(texts.all))
    .option('--text', say(texts.text))
    .action((files: string[], _options, command: Command) => done(read(files, callOf(command))));
  encoding(json(verb('audit', 'audit')))
    .argument('<files...>', say(texts.files))
    .action((files: string[], _options, command: Command) => done(audit(files, callOf(command))));
  encoding(json(verb('judge', 'judge')))
    .argument('<file>', say(texts.file))
    .action((file: string, _options, command: Command) => done(judge(file, callOf(command))));
  encoding(json(verb('link', 'link')))
    .argument('<earlier>', say(texts.earlier))
    .argument('<later>', say(texts.later))
    .action((a: string, b: string, _options, command: Command) => done(link(a, b, callOf(command))));
  encoding(json(verb('import', 'import')))
    .argument('<file>', say(texts.file))
    .option('--server <url>', say(texts.server))
    .action((file: string, _options, command: Command) => done(importFile(file, callOf(command))));
  json(verb('backup', 'backup'))
    .argument('<file>', say(texts.backupFile))
    .option('--check', say(texts.check))
    .action((file: string, _options, command: Command) =>
      done(import('./verb/keep.ts').then(({ backup }) => backup(file, callOf(command)))),
    );
  json(verb('restore', 'restore'))
    .argument('<file>', say(texts.backupFile))
    .action((file: string, _options, command: Command) =>
      done(import('./verb/keep.ts').then(({ restore }) => restore(file, callOf(command)))),
    );
  json(verb('verifyAudit', 'verify-audit'))
    .option('--checkpoints <file>', say(texts.checkpoints))
    .action((_options, command: Command) =>
      done(import('./verb/keep.ts').then(({ verify }) => verify(callOf(command)))),
    );
  addRegisterVerbs(program, { language, callOf, done });
  verb('serve', 'serve').action(() =>
    done(import('../main.ts').then(({ serve }) => serve()).then(() => exitCode.fine)),
  );
  return program;
}

/** The language must be known before the words of --help are. */
const chosenLanguage = (argv: readonly string[]): string | undefined => {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return argv[at]?.startsWith('--lang=') ? argv[at].slice(7) : at >= 0 ? argv[at + 1] : undefined;
};

export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let code: Promise<number> = Promise.resolve(exitCode.fine);
  const program = programFor(terminal, languageOf(terminal.env, chosenLanguage(argv)), (work) => {
    code = work;
  });
  try {
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      return exitCode.usage;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return await code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'usage') terminal.err(`${error.message}\n`);
    return error.exitCode === 0 ? exitCode.fine : exitCode.usage;
  }
}
