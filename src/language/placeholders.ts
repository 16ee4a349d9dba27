type Trim<T extends string> = T extends ` ${infer Rest}` ? Trim<Rest> : T extends `${infer Rest} ` ? Trim<Rest> : T extends `\n${infer Rest}` ? Trim<Rest> : T;

/** What surrounds a brace: running text, the branches of a plural or select, or a placeholder that is to be closed. */
type Scope = 'text' | 'branches' | 'placeholder';

type Close<Before extends string, Stack extends readonly Scope[]> =
  Before extends `${string}}${infer Rest}` ? Close<Rest, Stack extends readonly [Scope, ...infer Outer extends readonly Scope[]] ? Outer : []> : Stack;

type Kind<Rest extends string> =
  Trim<Rest> extends `plural${string}` | `selectordinal${string}` | `number${string}` ? number : string;

type Scan<T extends string, Stack extends readonly Scope[], Found> =
  T extends `${infer Before}{${infer After}` ? Opened<After, Close<Before, Stack>, Found> : Found;

type Opened<After extends string, Stack extends readonly Scope[], Found> =
  Stack extends readonly ['branches', ...Scope[]] ? Scan<After, ['text', ...Stack], Found>
  : After extends `${infer Head}}${infer Tail}`
    ? Head extends `${infer Name},${infer Rest}`
      ? Trim<Rest> extends `number${string}`
        ? Scan<Tail, Stack, Found | [Trim<Name>, number]>
        : AfterKind<After> extends infer Branches extends string ? Scan<Branches, ['branches', ...Stack], Found | [Trim<Name>, Kind<Rest>]> : Found
      : Scan<Tail, Stack, Found | [Trim<Head>, string]>
    : Found;

/** What stands behind `{name, plural,`: where its branches begin. */
type AfterKind<After extends string> = After extends `${string},${string},${infer Branches}` ? Branches : '';

type Pairs<T extends string> = Scan<T, [], never>;

/** The values a message needs, by the names of its ICU placeholders: a number for a plural or number, else a text. */
export type ValuesOf<T extends string> = { readonly [Pair in Pairs<T> as Pair extends [infer Name extends string, unknown] ? Name : never]: Pair extends [string, infer Value extends string | number] ? Value : never };

/** The names of its tags: `<link>...</link>`. */
export type TagsOf<T extends string> = T extends `${string}</${infer Tag}>${infer Rest}` ? Tag | TagsOf<Rest> : never;

/** A literal message: a text put together while the program runs is not in the catalogue, and does not compile. */
export type Literal<T extends string> = string extends T ? never : T;

/** The values behind a message, left away where it has no placeholder. */
export type Values<T extends string> = [Pairs<T>] extends [never] ? [] : [values: ValuesOf<T>];
