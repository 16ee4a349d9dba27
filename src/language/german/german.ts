import type { Language } from '#language/current.ts';
import { acts } from '#language/german/acts.ts';
import { authorityWords } from '#language/german/authority-words.ts';
import { brief } from '#language/german/brief.ts';
import { changes } from '#language/german/changes.ts';
import { charts } from '#language/german/charts.ts';
import { charts2 } from '#language/german/charts-2.ts';
import { commands } from '#language/german/commands.ts';
import { common } from '#language/german/common.ts';
import { compare } from '#language/german/compare.ts';
import { conditions } from '#language/german/conditions.ts';
import { coverage } from '#language/german/coverage.ts';
import { decisions } from '#language/german/decisions.ts';
import { evidence } from '#language/german/evidence.ts';
import { exposure } from '#language/german/exposure.ts';
import { exposureWords } from '#language/german/exposure-words.ts';
import { findings } from '#language/german/findings.ts';
import { flagWords } from '#language/german/flag-words.ts';
import { frame } from '#language/german/frame.ts';
import { knew } from '#language/german/knew.ts';
import { ledger } from '#language/german/ledger.ts';
import { lists } from '#language/german/lists.ts';
import { mapping } from '#language/german/mapping.ts';
import { measure } from '#language/german/measure.ts';
import { moreSentences } from '#language/german/more-sentences.ts';
import { next } from '#language/german/next.ts';
import { ownership } from '#language/german/ownership.ts';
import { pack } from '#language/german/pack.ts';
import { paper } from '#language/german/paper.ts';
import { person } from '#language/german/person.ts';
import { place } from '#language/german/place.ts';
import { policy } from '#language/german/policy.ts';
import { policyWords } from '#language/german/policy-words.ts';
import { recordWords } from '#language/german/record-words.ts';
import { release } from '#language/german/release.ts';
import { releaseWords } from '#language/german/release-words.ts';
import { replay } from '#language/german/replay.ts';
import { replayWords } from '#language/german/replay-words.ts';
import { risk } from '#language/german/risk.ts';
import { rules } from '#language/german/rules.ts';
import { search } from '#language/german/search.ts';
import { sentences } from '#language/german/sentences.ts';
import { server } from '#language/german/server.ts';
import { sources } from '#language/german/sources.ts';
import { sourcesWords } from '#language/german/sources-words.ts';
import { team } from '#language/german/team.ts';
import { translate } from '#language/german/translate.ts';
import { translateWords } from '#language/german/translate-words.ts';
import { waiting } from '#language/german/waiting.ts';

/** German: one catalogue, written by area. A message stands in one area only; what several areas say is in `common`. */
export const german: Language = {
  tag: 'de',
  messages: {
    ...acts, ...authorityWords, ...brief, ...changes, ...charts, ...charts2, ...commands, ...common, ...compare, ...conditions, ...coverage,
    ...decisions, ...evidence, ...exposure, ...exposureWords, ...findings, ...flagWords, ...frame, ...knew, ...ledger, ...lists, ...mapping, ...measure, ...moreSentences, ...next,
    ...ownership, ...pack, ...paper, ...person, ...place, ...policy, ...policyWords, ...recordWords, ...release, ...releaseWords, ...replay,
    ...replayWords, ...risk, ...rules, ...search, ...sentences, ...server, ...sources, ...sourcesWords, ...team, ...translate, ...translateWords,
    ...waiting,
  },
};
