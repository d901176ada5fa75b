import type { PanelView, SheetView } from '../panel/data.ts';

/** The parts of an application's data as the API sends them; any may be hidden from the reader. */
export type ApplicationParts = {
  readonly callTitle?: string;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly savedAt?: string | null;
  readonly opinion?: Readonly<Record<string, unknown>> | null;
  readonly requests?: readonly { readonly path: string; readonly says: string }[];
  readonly letterNumber?: string | null;
  readonly parties?: readonly string[];
  readonly panel?: PanelView | null;
  readonly inspection?: Readonly<Record<string, unknown>> | null;
  readonly result?: Result | null;
  readonly selection?: { readonly isSelected: boolean; readonly rank: number; readonly outOf: number; readonly reason: string } | null;
  readonly ended?: string | null;
};

export type Result = {
  readonly sheets: readonly SheetView[];
  readonly score: number;
  readonly planScore: number;
};

/** Requests by the path of the field they are about. */
export function pinsOf(requests: ApplicationParts['requests'] = []): Readonly<Record<string, readonly string[]>> {
  const pins: Record<string, string[]> = {};
  for (const { path, says } of requests) (pins[path] ??= []).push(says);
  return pins;
}
