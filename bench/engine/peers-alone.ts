/** The peers in a process of their own, where a million rows do not burden the heap in which they make their objects. Prints JSON. */
import { resolveSettings } from '#core/policy/settings.ts';
import { populationRules } from '#policy/zibo-2020/09-population.ts';
import { supportSettings } from '#policy/zibo-2020/settings-support.ts';
import { runPeers } from './peers.ts';
import { makeWorld } from './world.ts';

const { agencies } = makeWorld();
console.log(JSON.stringify(await runPeers(agencies, populationRules(resolveSettings(supportSettings).values))));
