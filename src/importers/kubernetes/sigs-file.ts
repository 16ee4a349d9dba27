import { z } from 'zod';

/** The parts of `sigs.yaml` of the Kubernetes community repository that are read. */

const person = z.object({ github: z.string(), name: z.string().nullish() });
const people = z.array(person).nullish();

const subproject = z.object({
  name: z.string().min(1),
  description: z.string().nullish(),
  owners: z.array(z.string()).nullish(),
  leads: people,
});

export const groupSchema = z.object({
  dir: z.string().min(1),
  name: z.string().nullish(),
  mission_statement: z.string().nullish(),
  leadership: z.object({ chairs: people, tech_leads: people, emeritus_leads: people }).nullish(),
  contact: z.object({ liaison: person.nullish() }).nullish(),
  subprojects: z.array(z.unknown()).nullish(),
});

export const subprojectSchema = subproject;

export type SigPerson = z.infer<typeof person>;
export type Subproject = z.infer<typeof subproject>;

/** The lists of groups, and the word that goes before a group's name. */
export const groupLists = [
  ['sigs', 'SIG'],
  ['workinggroups', 'WG'],
  ['usergroups', 'UG'],
  ['committees', 'Committee'],
] as const;
type GroupList = (typeof groupLists)[number][0];

/** One group with what was readable in it. */
export interface Group {
  list: GroupList;
  dir: string;
  title: string;
  mission: string | undefined;
  chairs: readonly SigPerson[];
  techLeads: readonly SigPerson[];
  emeritus: readonly SigPerson[];
  liaison: SigPerson | undefined;
  subprojects: readonly Subproject[];
  line: number;
}

export const STEERING = 'committee-steering';
