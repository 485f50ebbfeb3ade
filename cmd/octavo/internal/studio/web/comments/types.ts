// What the studio says of comments; see comments.go.
import type { OnPage } from "../parts/place";

export type Outcome = "open" | "taken" | "changed" | "declined";

export interface Comment {
  id: string;
  reader: string;
  kind: string;
  before: string;
  words: string;
  after: string;
  asks: string;
  comment?: string;
  replies: { reader: string; comment: string }[];
  folio?: string;
  row?: number;
  files: string[];
  file?: string;
  line?: number;
  column?: number;
  chapter?: string;
  fate?: string;
  on?: OnPage;
  outcome: Outcome;
  why?: string;
  change?: {
    shown: { sign: "" | "-" | "+"; text: string }[];
    new: string;
    refused?: string;
    stands?: boolean;
    against?: string;
  };
}

export interface CommentList {
  state: number;
  comments: Comment[];
  readers: string[];
  accept: string[];
}

/** What is said of a file that was dropped; see receipt in received.go. */
export interface Receipt {
  name: string;
  form: string;
  remarks: number;
  new: number;
  again: boolean;
  notes: string[];
  lost: string[];
  foreign?: string;
}

/** What became of a comment, in words. */
export const outcomes: Record<Outcome, string> = { open: "Open", taken: "Taken", changed: "Changed in another way", declined: "Declined" };
