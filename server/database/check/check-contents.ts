import * as v from 'valibot';

import { problemOf } from '../../documents/stored-documents.ts';
import { AuditChainCheck } from './audit-chain-check.ts';
import type { Findings } from './findings.ts';

/** What is looked at of a log entry and of a session; whatever else is wrong with them is a finding about the document. */
const EntryPlace = v.object({ session: v.string(), seq: v.number() });
const SessionLength = v.object({ _id: v.string(), projection: v.object({ lastSeq: v.number() }) });

type LogLength = { entries: number; lastSeq: number };

/** Looks at every document, whatever store it lies in: is it of the form that the server reads, and has every session its whole log? */
export class ContentsCheck {
  readonly #findings: Findings;
  readonly #logs = new Map<string, LogLength>();
  readonly #sessions = new Map<string, number>();
  readonly #audit = new AuditChainCheck();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Takes one document in, as plain values. */
  see(collection: string, document: Readonly<Record<string, unknown>>): void {
    const problem = problemOf(collection, document);
    if (problem !== undefined) {
      const id = typeof document['_id'] === 'string' ? document['_id'] : String(document['_id']);
      this.#findings.add('document', `${collection} ${id}: cannot be read (${problem}); the server leaves it aside.`);
    }
    if (collection === 'log_entries') this.#seeEntry(document);
    if (collection === 'sessions') this.#seeSession(document);
    if (collection === 'audit') this.#audit.see(document);
  }

  /** Compares what was seen. */
  finish(): void {
    this.#tellAudit();
    for (const [session, { entries, lastSeq }] of this.#logs) {
      if (entries !== lastSeq)
        this.#findings.add('log', `Session ${session}: its log goes up to ${lastSeq} and has ${entries} entries.`);
    }
    for (const [session, lastSeq] of this.#sessions) {
      const found = this.#logs.get(session)?.lastSeq ?? 0;
      if (found < lastSeq)
        this.#findings.add(
          'log',
          `Session ${session}: it has read its log up to ${lastSeq}, and the log ends at ${found}.`,
        );
    }
  }

  /** What breaks the audit trail, as sentences. */
  #tellAudit(): void {
    for (const problem of this.#audit.problems()) this.#findings.add('log', problem);
  }

  #seeEntry(document: unknown): void {
    const read = v.safeParse(EntryPlace, document);
    if (!read.success) return;
    const { session, seq } = read.output;
    const length = this.#logs.get(session) ?? { entries: 0, lastSeq: 0 };
    this.#logs.set(session, { entries: length.entries + 1, lastSeq: Math.max(length.lastSeq, seq) });
  }

  #seeSession(document: unknown): void {
    const read = v.safeParse(SessionLength, document);
    if (read.success) this.#sessions.set(read.output._id, read.output.projection.lastSeq);
  }
}
