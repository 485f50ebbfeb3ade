package feedback

// Outcome says what became of a remark.
type Outcome string

// The outcomes.
const (
	Open     Outcome = "open"     // nobody has said, and the manuscript does not show it
	Taken    Outcome = "taken"    // the book now says what the reader asked for
	Changed  Outcome = "changed"  // the words that it is on were changed in another way
	Declined Outcome = "declined" // they stay as they are
)

// Outcomes are all outcomes.
var Outcomes = []Outcome{Open, Taken, Changed, Declined}

// Answer says what became of a remark, and why. The zero value is that of a remark that nobody has recorded.
type Answer struct {
	Outcome Outcome
	Why     string // in the author's words, "" for none
}

// says returns the answer in words: "declined: the dialect is meant".
func (a *Answer) says() string {
	if a.Why == "" {
		return string(a.Outcome)
	}
	return string(a.Outcome) + ": " + a.Why
}
