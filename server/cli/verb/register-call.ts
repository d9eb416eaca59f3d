// The verbs `register make` and `register import` on the command line: their options, what they print, how they end.
import { type Command, Option } from 'commander';
import { extensionOf } from '../../bytes/sniff.ts';
import { afterHelp, descriptions, examples, exampleTitle, optionTexts } from '../help.ts';
import { exitCode } from '../input.ts';
import { fill, type Language, type Terminal, type Voice } from '../terminal.ts';
import { words } from '../words.ts';
import { type ImportSeen, type MadeFormat, madeFormats, makeRegister, sendRegister } from './register.ts';

interface RegisterOptions {
  readonly json?: boolean;
  readonly server?: string;
  readonly rows?: string;
  readonly seed?: string;
  readonly year?: string;
  readonly places?: string;
  readonly badEvery?: string;
  readonly format?: MadeFormat;
  readonly source?: string;
  readonly basis?: string;
  readonly purposes?: string;
  readonly until?: string;
  readonly proof?: string;
}

interface Call {
  readonly terminal: Terminal;
  readonly voice: Voice;
}

interface Given {
  readonly language: Language;
  readonly callOf: (command: Command) => Call;
  readonly done: (code: Promise<number>) => void;
}

const made = { zh: '已生成 {rows} 行：{file}', en: '{rows} rows written: {file}' };
const formatUnknown = { zh: '格式须为 csv、xlsx 或 parquet', en: 'The format must be csv, xlsx or parquet' };
const counted = {
  zh: '{total} 行：接受 {accepted}，退回 {rejected}',
  en: '{total} rows: {accepted} taken, {rejected} rejected',
};

const formatOf = (file: string, given: string | undefined): MadeFormat | undefined =>
  madeFormats.find((format) => format === (given ?? extensionOf(file)));

async function make(file: string, options: RegisterOptions, { terminal, voice }: Call): Promise<number> {
  const { rows = '1000', seed = '1', year = '2023', places = '', badEvery = '0' } = options;
  const format = formatOf(file, options.format);
  if (!format || [rows, seed, year, badEvery].some((number) => !/^\d{1,9}$/.test(number))) {
    terminal.err(`${voice.say(formatUnknown)}\n`);
    return exitCode.usage;
  }
  const named = places.split(',').filter((place) => place !== '');
  await makeRegister({
    ...{ file, format, rows: Number(rows), seed: Number(seed), year: Number(year) },
    ...{ places: named, badEvery: Number(badEvery) },
  });
  if (options.json) terminal.out(`${JSON.stringify({ file, format, rows: Number(rows) })}\n`);
  else terminal.out(`${fill(voice.say(made), { rows, file })}\n`);
  return exitCode.fine;
}

const numbersOf = ({ total, accepted, rejected }: ImportSeen) => ({
  ...{ total: String(total), accepted: String(accepted), rejected: String(rejected) },
});

async function send(file: string, options: RegisterOptions, { terminal, voice }: Call): Promise<number> {
  const server = new URL(options.server ?? `http://127.0.0.1:${terminal.env.PORT || '4870'}`);
  const { year = '2023', source = '', basis = 'duty', purposes = 'matching', until, proof } = options;
  const wish = {
    file,
    server,
    token: terminal.env.BIHUAN_TOKEN,
    year,
    source,
    basis,
    purposes,
    until,
    proof,
  };
  const seen = await sendRegister(wish, (now) => {
    terminal.err(`\r${now.percent}% ${fill(voice.say(counted), numbersOf(now))}   `);
  });
  terminal.err('\n');
  if (!seen) {
    terminal.err(`${fill(voice.say(words.noServer), { address: server.origin })}\n`);
    return exitCode.unreadable;
  }
  if (options.json) terminal.out(`${JSON.stringify(seen)}\n`);
  else
    terminal.out(`${seen.problem ? voice.say(seen.problem) : fill(voice.say(counted), numbersOf(seen))}\n`);
  if (seen.state !== 'done') return exitCode.unreadable;
  return seen.rejected > 0 ? exitCode.findings : exitCode.fine;
}

export function addRegisterVerbs(program: Command, { language, callOf, done }: Given): void {
  const say = (text: { zh: string; en: string }): string => text[language];
  const register = program.command('register').description(say(descriptions.registerImport));
  const verb = (name: 'registerMake' | 'registerImport', grammar: string): Command =>
    register
      .command(grammar)
      .description(say(descriptions[name]))
      .addHelpText('before', `${say(exampleTitle)}\n${say(examples[name])}\n`)
      .addHelpText('after', afterHelp(language))
      .helpOption('-h, --help', say(optionTexts.help))
      .argument('<file>', say(optionTexts.registerFile))
      .option('--year <year>', say(optionTexts.year), '2023')
      .option('--json', say(optionTexts.json));
  verb('registerMake', 'make')
    .option('--rows <number>', say(optionTexts.rows), '1000')
    .option('--seed <number>', say(optionTexts.seed), '1')
    .option('--places <names>', say(optionTexts.places))
    .option('--bad-every <number>', say(optionTexts.badEvery), '0')
    .addOption(new Option('--format <name>').choices([...madeFormats]))
    .action((file: string, options: RegisterOptions, command: Command) =>
      done(make(file, options, callOf(command))),
    );
  verb('registerImport', 'import')
    .requiredOption('--source <name>', say(optionTexts.source))
    .option('--basis <ground>', say(optionTexts.basis), 'duty')
    .option('--purposes <names>', say(optionTexts.purposes), 'matching')
    .option('--until <day>', say(optionTexts.until))
    .option('--proof <number>', say(optionTexts.proof))
    .option('--server <url>', say(optionTexts.server))
    .action((file: string, options: RegisterOptions, command: Command) =>
      done(send(file, options, callOf(command))),
    );
}
