import type { SettingValues } from '#core/policy/settings.ts';
import { claimSettings } from './settings-claims.ts';
import { procedureSettings } from './settings-procedure.ts';
import { supportSettings } from './settings-support.ts';
import { timeLimitSettings } from './settings-time-limits.ts';

/**
 * Every reading of the plan that steers the software, by key. None is confirmed yet: each shows
 * "draft interpretation, not yet confirmed by the centre" until the centre rules (16.1).
 */
export const zibo2020Settings = { ...supportSettings, ...procedureSettings, ...timeLimitSettings, ...claimSettings } as const;

/** All readings in force. */
export type Zibo2020Values = SettingValues<typeof zibo2020Settings>;
