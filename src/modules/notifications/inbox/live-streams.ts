/**
 * Server-sent events of this process. NOTIFY carries only ids from process to process; who of the people connected here
 * is concerned is one query per short while, however many messages came meanwhile.
 */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { roleMay } from '#contracts/actions';
import { Database, Listener } from '#platform/database';
import { Log } from '#platform/logging';
import { LIVE, type LivePayload } from './live-signal.ts';

/** What happens within this time is told at once. */
const GATHER_MS = 150;
/** Proxies cut silent connections; a comment line keeps them open. */
const HEARTBEAT_MS = 25_000;
/** A reader that takes nothing for so many bytes is cut off; it reconnects and fetches what it missed. */
const MOST_UNREAD_BYTES = 65_536;

/** The response that events are written to. */
export interface EventSink {
  write(text: string): boolean;
  end(): void;
  readonly writableLength: number;
}
interface Stream {
  sink: EventSink;
  actor: Actor;
}

@Injectable()
export class LiveStreams implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly streams = new Set<Stream>();
  private readonly messages = new Set<string>();
  private readonly assignments = new Set<string>();
  private heartbeat: NodeJS.Timeout | undefined;
  private gathering: NodeJS.Timeout | undefined;
  private forget: (() => void) | undefined;

  constructor(
    private readonly database: Database,
    private readonly listener: Listener,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.forget = await this.listener.on(LIVE, (payload) => this.hear(payload));
    this.heartbeat = setInterval(() => this.toAll(':\n\n'), HEARTBEAT_MS).unref();
  }

  /** Open streams would keep the server from closing: they end first, and clients reconnect elsewhere. */
  onModuleDestroy(): void {
    this.forget?.();
    clearInterval(this.heartbeat);
    clearTimeout(this.gathering);
    for (const { sink } of this.streams) sink.end();
    this.streams.clear();
  }

  /** Gives the function that ends the stream. */
  open(actor: Actor, sink: EventSink): () => void {
    const stream = { sink, actor };
    this.streams.add(stream);
    sink.write('retry: 2000\n\n');
    return () => this.streams.delete(stream);
  }

  get size(): number {
    return this.streams.size;
  }

  private hear(payload: string): void {
    if (this.streams.size === 0) return;
    const heard = JSON.parse(payload) as LivePayload;
    if ('message' in heard) this.messages.add(heard.message);
    else this.assignments.add(heard.assignment);
    this.gathering ??= setTimeout(() => void this.tell(), GATHER_MS);
  }

  private async tell(): Promise<void> {
    this.gathering = undefined;
    const [messages, assignments] = [[...this.messages], [...this.assignments]];
    this.messages.clear();
    this.assignments.clear();
    try {
      if (messages.length > 0) await this.tellOfMessages(messages);
      if (assignments.length > 0) await this.tellOfAssignments(assignments);
    } catch (error) {
      this.log.warn({ error }, 'live events could not be told; clients poll');
    }
  }

  private async tellOfMessages(messageIds: string[]): Promise<void> {
    const people = [...new Set([...this.streams].map(({ actor }) => actor.personId))];
    const rows = await this.database.rows<{ person_id: string }>(
      'select distinct person_id from notifications where person_id = any($1) and message_id = any($2)',
      [people, messageIds],
    );
    const concerned = new Set(rows.map((row) => row.person_id));
    for (const stream of this.streams)
      if (concerned.has(stream.actor.personId)) this.write(stream, 'event: inbox\ndata: {}\n\n');
  }

  /** To officers whose post covers the issuing unit or a unit of one of its teams. */
  private async tellOfAssignments(ids: string[]): Promise<void> {
    const officers = [...this.streams].filter(({ actor }) => unitsOf(actor).length > 0);
    if (officers.length === 0) return;
    const rows = await this.database.rows<{ assignment_id: string; unit_id: string }>(
      `select a.id as assignment_id, c.ancestor_id as unit_id from assignments a join unit_closure c on c.descendant_id = a.issuer_unit_id where a.id = any($1)
       union select t.assignment_id, c.ancestor_id from (select distinct assignment_id, commune_id from tasks where assignment_id = any($1)) t join unit_closure c on c.descendant_id = t.commune_id`,
      [ids],
    );
    const units = new Map<string, Set<string>>();
    for (const { assignment_id, unit_id } of rows)
      units.set(assignment_id, (units.get(assignment_id) ?? new Set()).add(unit_id));
    for (const [assignmentId, covering] of units) {
      const event = `event: assignment\ndata: ${JSON.stringify({ assignmentId })}\n\n`;
      for (const stream of officers)
        if (unitsOf(stream.actor).some((unitId) => covering.has(unitId))) this.write(stream, event);
    }
  }

  private toAll(text: string): void {
    for (const stream of this.streams) this.write(stream, text);
  }

  private write(stream: Stream, text: string): void {
    stream.sink.write(text);
    if (stream.sink.writableLength < MOST_UNREAD_BYTES) return;
    this.streams.delete(stream);
    stream.sink.end();
  }
}

function unitsOf(actor: Actor): string[] {
  return actor.posts
    .filter((post) => post.teamId === null && roleMay(post.role, 'assignment.read'))
    .map((post) => post.unitId);
}
