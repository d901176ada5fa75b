import type { Sight } from '#core/process/define.ts';
import type { RecognitionData } from './data.ts';

export type RecognitionSight = Sight<RecognitionData>;
