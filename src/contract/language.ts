import { z } from 'zod';
import { languageTags } from '#language/current.ts';

/** The language of an answer, on every address: the name in the query, else the header, else English. */
export const languageField = 'language';

export const languageSchema = z.enum(languageTags).meta({ description: 'The language of the sentences. Absent = the best of Accept-Language that is shipped, else English.' });
