package revise

import (
	"cmp"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/amend"
	"octavo/cmd/octavo/internal/feedback"
)

// Decision is what an author does with an offer.
type Decision string

// The decisions.
const (
	Later   Decision = "later" // nothing yet
	Accept  Decision = "accept"
	Decline Decision = "decline"
)

// Offer is a change that one or more readers want.
type Offer struct {
	Remarks  []*feedback.Listed // that ask for it; the first one's words are shown
	Hunk     *amend.Hunk
	Against  *Offer // one that changes the same words: only one of the two can be accepted
	Half     *Offer // the other half of words that were moved: both are accepted or none
	Decision Decision
	Own      bool   // the hunk's words are the author's own, in place of the reader's
	Why      string // the author's word on it
}

// ID returns the id of the offer: that of its first remark.
func (o *Offer) ID() string { return o.Remarks[0].ID }

// Who returns the readers who want the change: "Ann and Ben".
func (o *Offer) Who() string {
	var names []string
	for _, r := range o.Remarks {
		if name := cmp.Or(r.Reader, "a reader"); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return names[0]
}

// Asks returns what the change is, in a word or two.
func (o *Offer) Asks() string { return o.Remarks[0].Asks() }

// Refused returns why the offer cannot be accepted as things are, "" where it can.
func (o *Offer) Refused() string {
	switch {
	case o.Hunk.Refused != "":
		return o.Hunk.Refused
	case o.Half != nil && o.Half.Hunk.Refused != "":
		return "the words were moved, and their other half cannot be changed: " + o.Half.Hunk.Refused
	case o.Against != nil && o.Against.Decision == Accept:
		return "it is on words that " + o.Against.Who() + " changed"
	}
	return ""
}

// Decide records a decision, for both halves of words that were moved.
func (o *Offer) Decide(d Decision, why string) {
	o.Decision, o.Why = d, why
	if o.Half != nil {
		o.Half.Decision, o.Half.Why = d, why
	}
}

// closed reports whether a reader, or the author in the reader's program, has turned the change down.
func (o *Offer) closed() bool {
	return slices.ContainsFunc(o.Remarks, func(r *feedback.Listed) bool { return r.State == "rejected" || r.State == "cancelled" })
}

// remember takes into account what became of a change when it was offered before.
func (o *Offer) remember() {
	switch a := o.Remarks[0].Answer; {
	case a.Outcome == feedback.Declined:
		o.Decision, o.Why = Decline, a.Why
	case (a.Outcome == feedback.Taken || a.Outcome == feedback.Changed) && o.Hunk.Refused != "":
		o.Hunk.Stands, o.Hunk.Refused = true, ""
	}
}

// Answers returns what became of the remarks whose offers were decided on, by the ids of the remarks.
func (s *Session) Answers() map[string]feedback.Answer {
	out := map[string]feedback.Answer{}
	for _, o := range s.Offers {
		outcome := feedback.Taken
		switch {
		case o.Decision == Decline:
			outcome = feedback.Declined
		case o.Decision != Accept:
			continue
		case o.Own:
			outcome = feedback.Changed
		}
		for _, r := range o.Remarks {
			out[r.ID] = feedback.Answer{Outcome: outcome, Why: o.Why}
		}
	}
	return out
}

// Taken returns the ids of the remarks whose changes are accepted.
func (s *Session) Taken() (ids []string) {
	for _, o := range s.Offers {
		if o.Decision == Accept {
			for _, r := range o.Remarks {
				ids = append(ids, r.ID)
			}
		}
	}
	return ids
}
