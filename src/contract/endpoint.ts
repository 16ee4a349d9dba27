import type { z } from 'zod';
import type { ProblemCode } from '#contract/problem.ts';

type Shape = z.ZodObject<Readonly<Record<string, z.ZodType>>>;

/** One address of the API: what it takes, what it answers and how it says no. */
export interface Endpoint {
  method: 'GET' | 'POST';
  /** Ids stand as `:name`. */
  path: `/${string}`;
  summary: string;
  params: Shape;
  query: Shape;
  /** `null` = takes no body. */
  body: Shape | null;
  /** True where the body is a file, sent with an import token and not as an act. */
  upload?: true;
  response: z.ZodType;
  status: 200 | 201;
  problems: readonly ProblemCode[];
}
