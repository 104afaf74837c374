import { accessibleWays } from './checks/accessible-ways.ts'
import { affordanceReferences } from './checks/affordance-references.ts'
import { assets } from './checks/assets.ts'
import { barriers } from './checks/barriers.ts'
import { bots } from './checks/bots.ts'
import { languages } from './checks/languages.ts'
import { names } from './checks/names.ts'
import { onePersonNow } from './checks/one-person-now.ts'
import { personalData } from './checks/personal-data.ts'
import { personalThings } from './checks/personal-things.ts'
import { procedureFlow } from './checks/procedure-flow.ts'
import { references } from './checks/references.ts'
import { roles } from './checks/roles.ts'
import { shadowedTransitions } from './checks/shadowed-transitions.ts'
import { shownByTests } from './checks/shown-by-tests.ts'
import { siteOf, type AssetFiles, type Check } from './checks/site.ts'
import { sources } from './checks/sources.ts'
import { timeLimits } from './checks/time-limits.ts'
import { tolerances } from './checks/tolerances.ts'
import { uniqueIds } from './checks/unique-ids.ts'
import { workplaceReferences } from './checks/workplace-references.ts'
import { findingIn, type Finding } from './finding.ts'
import type { Scenario } from './scenario.ts'
import type { Workplace } from './workplace.ts'

/** In the order in which an author should mend: names first, then flow, then people. Exploring the state space with bots goes beside `shownByTests`. */
const checks: readonly Check[] = [
  uniqueIds,
  workplaceReferences,
  affordanceReferences,
  references,
  procedureFlow,
  shadowedTransitions,
  roles,
  barriers,
  bots,
  personalThings,
  onePersonNow,
  timeLimits,
  tolerances,
  accessibleWays,
  languages,
  names,
  sources,
  assets,
  personalData,
  shownByTests,
]

/**
 * All that can be said about a parsed scenario and its workplace without running it. `assets` says which files exist
 * (file → hash, bytes); without it files are not looked at. A document without an `error` can be compiled.
 */
export function validate(scenario: Scenario, workplace: Workplace, files?: AssetFiles): Finding[] {
  const site = siteOf(scenario, workplace, files)
  return checks.flatMap((check) =>
    check(site).map((wrong) => findingIn(wrong.document === 'workplace' ? workplace : scenario, wrong)),
  )
}
