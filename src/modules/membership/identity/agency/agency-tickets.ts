import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '#platform/clock';
import { seal, Secrets, unseal } from '#platform/secrets';
import { agencyErrors } from '../../membership.errors.ts';
import { UsedProofs } from '../accounts/sign-in/used-proofs.ts';
import type { AgencyQuestion } from './agency-provider.ts';

/** For the provider's own page, with its own second factor. */
const TICKET_MS = 10 * 60_000;
const BOUND_TO = 'agency ticket';

/** As long as a verifier of PKCE has to be at least. */
const random = (): string => randomBytes(32).toString('base64url');

const Ticket = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });

/**
 * What a sign-in was begun with lies sealed with the browser that began it: a link that somebody else made signs nobody in,
 * and who asks and never comes back leaves nothing here. Each is taken once.
 */
@Injectable()
export class AgencyTickets {
  constructor(
    private readonly secrets: Secrets,
    private readonly used: UsedProofs,
    private readonly clock: Clock,
  ) {}

  async issue(): Promise<{ question: AgencyQuestion; ticket: string }> {
    const question = { state: random(), nonce: random(), verifier: random() };
    const until = this.clock.now().getTime() + TICKET_MS;
    const content = Buffer.from(JSON.stringify({ ...question, until }));
    return { question, ticket: seal(await this.key(), content, BOUND_TO).toString('base64url') };
  }

  /** @throws agency.over */
  async take(ticket: string): Promise<AgencyQuestion> {
    const { until, ...question } = await this.read(ticket);
    if (until <= this.clock.now().getTime()) throw agencyErrors.over();
    if (!(await this.used.firstUse(`agency ${question.state}`, new Date(until)))) throw agencyErrors.over();
    return question;
  }

  private async read(ticket: string): Promise<z.output<typeof Ticket>> {
    try {
      return Ticket.parse(
        JSON.parse(unseal(await this.key(), Buffer.from(ticket, 'base64url'), BOUND_TO).toString('utf8')),
      );
    } catch {
      throw agencyErrors.over();
    }
  }

  private key(): Promise<Buffer> {
    return this.secrets.keyOf('agency', 'to-so agency tickets');
  }
}
