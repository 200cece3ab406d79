import { Injectable } from '@nestjs/common';
import { type PartId, partIds } from '#contracts/system/parts';
import { inTime } from '#platform/database';

export interface Measured {
  /** Null: it could not be measured. */
  value: number | null;
  facts: Record<string, number>;
  /** Which of several it is: a process by machine, number and role, or channels. */
  at?: string;
  /** Not set up, by choice. */
  isOff?: boolean;
}
type Take = () => Promise<Measured>;

const SHARED_MS = 5_000;
const PART_MS = 3_000;
export const notMeasured: Measured = { value: null, facts: {} };

/** Each part as it is now. One that cannot be measured says so, and keeps no other from being measured. */
@Injectable()
export class MeasureParts {
  private readonly takes = new Map<PartId, Take>();
  private shared: { parts: Promise<Map<PartId, Measured>>; at: number } | undefined;

  /** Whoever knows a part measures it. Called in a provider's onModuleInit. */
  take(part: PartId, take: Take): void {
    this.takes.set(part, take);
  }

  /** At most five seconds old. */
  all(): Promise<Map<PartId, Measured>> {
    const now = performance.now();
    if (!this.shared || now - this.shared.at > SHARED_MS) this.shared = { parts: this.read(), at: now };
    return this.shared.parts;
  }

  /** After an act that changes them. */
  forget(): void {
    this.shared = undefined;
  }

  private async read(): Promise<Map<PartId, Measured>> {
    const taken = partIds.map(async (part) => [part, await this.measured(part)] as const);
    return new Map(await Promise.all(taken));
  }

  /** What hangs is not measured either: the others are told all the same. */
  private async measured(part: PartId): Promise<Measured> {
    const taking = this.takes.get(part)?.() ?? Promise.resolve(notMeasured);
    return inTime(taking, PART_MS, part).catch(() => notMeasured);
  }
}
