package feedback

import "strings"

// Mark is what an author says of a remark in the checklist.
type Mark struct {
	Box string // " ", "x", "-" or "~"
	Why string // what follows an arrow in the lines that the author wrote under the item
}

// Outcome returns what the box says; Open for an empty one.
func (m Mark) Outcome() Outcome {
	switch m.Box {
	case "x":
		return Taken
	case "-":
		return Declined
	case "~":
		return Changed
	}
	return Open
}

// box returns what the box of a remark with this answer holds, if the author has put nothing into it.
func (a *Answer) box() string {
	switch a.Outcome {
	case Taken:
		return "x"
	case Declined:
		return "-"
	}
	return " "
}

// ChecklistMarks returns the marks of a checklist by the keys of the remarks.
func ChecklistMarks(text string) map[string]Mark {
	out := map[string]Mark{}
	for key, it := range readChecklist(text).items {
		m := Mark{Box: it.box}
		for _, line := range it.own {
			line = strings.TrimSpace(line)
			why, ok := strings.CutPrefix(line, "→")
			if !ok {
				why, ok = strings.CutPrefix(line, "->")
			}
			if ok {
				m.Why = strings.TrimSpace(m.Why + " " + strings.TrimSpace(why))
			}
		}
		out[key] = m
	}
	return out
}
