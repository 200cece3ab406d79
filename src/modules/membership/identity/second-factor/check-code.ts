import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { AccessActs } from '#platform/trail';
import { accessErrors } from '../../membership.errors.ts';
import { KnownDevices } from '../passwords/known-devices.ts';
import { LoginAttempts, type Try } from '../passwords/login-attempts.ts';
import { Sessions, type ShownCode } from '../sessions/sessions.ts';
import { FactorStore } from './factor-store.ts';
import { readRecoveryCode } from './recovery-codes.ts';

/** Six digits, with or without a space in their middle. */
const DIGITS = /^\d{3}\s?\d{3}$/;

/**
 * The code of a person's authenticator, or one from paper: each works once. Wrong codes are counted as wrong passwords are: by
 * the session and where it comes from, together only so far that guessing stays slow, and apart where the person has shown a
 * factor before. Whoever knows the password shuts nobody out by them. Codes from paper cannot be guessed, and have a count of
 * their own.
 */
@Injectable()
export class CheckCode {
  constructor(
    private readonly factors: FactorStore,
    private readonly attempts: LoginAttempts,
    private readonly sessions: Sessions,
    private readonly acts: AccessActs,
    private readonly devices: KnownDevices,
  ) {}

  /**
   * @param address of the caller
   * @throws access.wrongCode at `code`, also without a second factor, access.tooManyTries
   */
  async execute(actor: Actor, text: string, address: string): Promise<ShownCode> {
    const { personId, sessionId } = actor;
    const from = { people: [], session: sessionId, address };
    if (readRecoveryCode(text))
      return this.counted(actor, { ...from, alone: `paper ${personId}` }, () => this.shown(personId, text));
    const device = await this.devices.provenBy(sessionId);
    return this.counted(actor, { ...from, login: `code ${personId}`, device }, () => this.shown(personId, text));
  }

  /** The first code of an authenticator that was begun, which only this session has seen: its step. @throws as above */
  first(actor: Actor, factor: Parameters<FactorStore['stepOf']>[0], text: string, address: string): Promise<number> {
    const device = Buffer.from(actor.sessionId);
    return this.counted(actor, { people: [], login: `first code ${actor.personId}`, address, device }, () =>
      this.factors.stepOf(factor, digitsOf(text)),
    );
  }

  private async counted<T>({ personId }: Actor, attempt: Try, work: () => Promise<T | undefined>): Promise<T> {
    const succeeded = await this.attempts.begin(attempt);
    const found = await work();
    if (found === undefined) {
      const unitId = await this.sessions.placeOf(personId);
      await this.acts.note({ personId }, { kind: 'refused', what: 'code', unitId, byUnitId: unitId });
      throw accessErrors.wrongCode({ path: 'code' });
    }
    await succeeded(personId);
    return found;
  }

  private async shown(personId: string, text: string): Promise<ShownCode | undefined> {
    const factor = await this.factors.confirmed(personId);
    if (!factor) return undefined;
    const digits = digitsOf(text);
    if (digits) {
      const step = await this.factors.stepOf(factor, digits);
      return step !== undefined && (await this.factors.use(factor.id, step)) ? 'code' : undefined;
    }
    const code = readRecoveryCode(text);
    return code && (await this.factors.useRecovery(factor.id, code)) ? 'recovery' : undefined;
  }
}

function digitsOf(text: string): string {
  return DIGITS.test(text) ? text.replace(/\s/, '') : '';
}
