import { streamOf } from '#mocks/halden-maker/random.ts';

/** A library of the sample. The names are invented, so no real project is said to have a flaw. */
interface Library {
  name: string;
  ecosystem: string;
}

/** An invented advisory about one library. */
export interface Advisory {
  id: string;
  library: Library;
  cwe: number;
  score: number;
  title: string;
  /** Day it was published. */
  published: string;
  /** Seen used against somebody. */
  exploited: boolean;
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  maven: ['ferrous-json', 'tidewater-orm', 'granite-pool', 'lantern-web', 'quoin-xml', 'heron-crypto', 'saltmarsh-queue', 'brindle-log', 'osprey-http', 'millrace-batch'],
  npm: ['inkwell-template', 'larkspur-router', 'petrel-fetch', 'dovetail-form', 'tansy-markdown', 'kestrel-date', 'bramble-merge', 'wicket-cookie', 'sedge-upload', 'rookery-chart'],
  golang: ['skerry-net', 'cairn-token', 'fjell-config', 'tarn-cache', 'gannet-proxy', 'holm-yaml', 'stave-tls', 'burn-metrics'],
  pypi: ['oxbow-frames', 'plover-io', 'thicket-sql', 'harrow-parse', 'copse-tasks', 'linnet-excel', 'furrow-http'],
  swift: ['alder-keychain', 'birch-webview', 'rowan-network', 'hazel-store'],
  deb: ['slate-libc', 'basalt-zip', 'shingle-ssl', 'moraine-shell', 'gneiss-image', 'loess-xml'],
};

const TITLES: readonly (readonly [number, number, string])[] = [
  [502, 9.8, 'Bytes from outside become objects'],
  [22, 7.5, 'A path can leave its folder'],
  [400, 5.3, 'A small request takes all memory'],
  [79, 6.1, 'Markup passes through unchanged'],
  [295, 7.4, 'A host name is not compared'],
  [190, 5.9, 'A length wraps round'],
  [287, 9.1, 'A token without a signature is taken'],
  [1333, 5.3, 'A pattern takes minutes on some text'],
  [200, 4.3, 'Memory of another request is returned'],
  [787, 8.1, 'One byte is written past the end'],
  [601, 3.7, 'A redirect can be chosen by the caller'],
  [444, 6.5, 'Two headers disagree about the length'],
];

const ADVISORIES = 260;

/** Every advisory of the sample, in the order of publication. */
export const advisories: readonly Advisory[] = make();

/** Libraries of an ecosystem. */
function librariesOf(ecosystem: string): readonly Library[] {
  return (NAMES[ecosystem] ?? []).map((name) => ({ name, ecosystem }));
}

function make(): readonly Advisory[] {
  const libraries = Object.keys(NAMES).flatMap(librariesOf);
  return Array.from({ length: ADVISORIES }, (_, index) => {
    const stream = streamOf('advisory', index);
    const [cwe, score, title] = stream.pick(TITLES);
    const month = 10 + Math.floor((index * 13) / ADVISORIES);
    const year = month > 12 ? 2026 : 2025;
    const published = `${year}-${two(month > 12 ? month - 12 : month)}-${two(stream.between(1, 27))}`;
    const shifted = Math.round((score + stream.between(-6, 4) / 10) * 10) / 10;
    return {
      id: `HALDEN-${year}-${String(index + 1).padStart(4, '0')}`,
      library: stream.pick(libraries), cwe, title, published,
      score: Math.min(10, Math.max(2, shifted)),
      exploited: score > 7 && stream.chance(0.16),
    };
  });
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
