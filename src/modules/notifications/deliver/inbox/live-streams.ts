/**
 * Server-sent events of this process. NOTIFY carries only ids from process to process; who of the people connected here
 * is concerned is one query per short while, however many messages came meanwhile.
 */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ACTOR_CHANGED, type Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { roleMay } from '#contracts/actions';
import { Database, Listener, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { notificationErrors } from '../../notifications.errors.ts';
import { LIVE, type LivePayload } from './live-signal.ts';

/** What happens within this time is told at once. */
const GATHER_MS = 150;
/** Proxies cut silent connections; a comment line keeps them open. */
const HEARTBEAT_MS = 25_000;
/** A reader that takes nothing for so many bytes is cut off; it reconnects and fetches what it missed. */
const MOST_UNREAD_BYTES = 65_536;
/** Tabs of one browser share a session; a person has a few devices. */
const MOST_PER_SESSION = 6;
const MOST_PER_PERSON = 12;
const RETRY_AFTER_S = 30;

/** The response that events are written to. */
export interface EventSink {
  write(text: string): boolean;
  end(): void;
  readonly writableLength: number;
}
interface Stream {
  sink: EventSink;
  actor: Actor;
  refresh: Refresh;
}
/** Who it is now; undefined when the session is over. */
type Refresh = () => Promise<Actor | undefined>;

@Injectable()
export class LiveStreams implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly streams = new Set<Stream>();
  private readonly messages = new Set<string>();
  private readonly assignments = new Set<string>();
  private heartbeat: NodeJS.Timeout | undefined;
  private gathering: NodeJS.Timeout | undefined;
  private forget: (() => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly listener: Listener,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.forget.push(await this.listener.on(LIVE, (payload) => this.hear(payload)));
    this.forget.push(await this.listener.on(ACTOR_CHANGED, (personId) => void this.look(personId)));
    this.heartbeat = setInterval(() => {
      this.toAll(':\n\n');
      void this.endOver();
    }, HEARTBEAT_MS).unref();
  }

  /** Open streams would keep the server from closing: they end first, and clients reconnect elsewhere. */
  onModuleDestroy(): void {
    for (const forget of this.forget) forget();
    clearInterval(this.heartbeat);
    clearTimeout(this.gathering);
    for (const { sink } of this.streams) sink.end();
    this.streams.clear();
  }

  /** @throws notification.tooManyStreams when this session or person has enough of them */
  admit({ personId, sessionId }: Actor): void {
    const own = [...this.streams].filter(({ actor }) => actor.personId === personId);
    const ofSession = own.filter(({ actor }) => actor.sessionId === sessionId);
    if (own.length >= MOST_PER_PERSON || ofSession.length >= MOST_PER_SESSION)
      throw notificationErrors.tooManyStreams().after(RETRY_AFTER_S);
  }

  /** Gives the function that ends the stream. */
  open(actor: Actor, sink: EventSink, refresh: Refresh): () => void {
    const stream = { sink, actor, refresh };
    this.streams.add(stream);
    sink.write('retry: 2000\n\n');
    return () => this.streams.delete(stream);
  }

  /** Ends the streams whose session has ended or is over. */
  async endOver(): Promise<void> {
    if (this.streams.size === 0) return;
    try {
      const sessions = [...new Set([...this.streams].map(({ actor }) => actor.sessionId))];
      const alive = await this.database.rows<{ id: string }>(
        sql`select session_id as id from open_sessions_at(${this.clock.now()}) where session_id = any(${sessions})`,
      );
      const ids = new Set(alive.map(({ id }) => id));
      for (const stream of this.streams)
        if (sessions.includes(stream.actor.sessionId) && !ids.has(stream.actor.sessionId)) this.end(stream);
    } catch (error) {
      this.log.warn({ error }, 'live streams could not be looked through; the next beat does it');
    }
  }

  get size(): number {
    return this.streams.size;
  }

  /** A person's rights or sessions changed; of a bulk change only the sessions are looked at. */
  private async look(personId: string): Promise<void> {
    if (personId === '') return this.endOver();
    try {
      for (const stream of [...this.streams].filter(({ actor }) => actor.personId === personId)) {
        const actor = await stream.refresh();
        if (actor) stream.actor = actor;
        else this.end(stream);
      }
    } catch (error) {
      this.log.warn({ error }, 'a live stream could not be looked at; the next beat does it');
    }
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
    const rows = await this.database.rows<{ personId: string }>(
      sql`select distinct person_id as "personId" from notifications where person_id = any(${people}) and message_id = any(${messageIds})`,
    );
    const concerned = new Set(rows.map((row) => row.personId));
    for (const stream of this.streams)
      if (concerned.has(stream.actor.personId)) this.write(stream, 'event: inbox\ndata: {}\n\n');
  }

  /** To officers whose post covers the issuing unit or a unit of one of its teams. */
  private async tellOfAssignments(ids: string[]): Promise<void> {
    const officers = [...this.streams].filter(({ actor }) => unitsOf(actor).length > 0);
    if (officers.length === 0) return;
    const rows = await this.database.rows<{ assignmentId: string; unitId: string }>(
      sql`select a.id as "assignmentId", c.ancestor_id as "unitId" from assignments a join unit_closure c
        on c.descendant_id = a.issuer_unit_id where a.id = any(${ids})
       union select t.assignment_id, c.ancestor_id
         from (select distinct assignment_id, commune_id from tasks where assignment_id = any(${ids})) t join unit_closure c
           on c.descendant_id = t.commune_id`,
    );
    const units = new Map<string, Set<string>>();
    for (const { assignmentId, unitId } of rows)
      units.set(assignmentId, (units.get(assignmentId) ?? new Set()).add(unitId));
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
    if (stream.sink.writableLength >= MOST_UNREAD_BYTES) this.end(stream);
  }

  private end(stream: Stream): void {
    this.streams.delete(stream);
    stream.sink.end();
  }
}

function unitsOf(actor: Actor): string[] {
  return actor.posts
    .filter((post) => post.teamId === null && roleMay(post.role, 'assignment.read'))
    .map((post) => post.unitId);
}
