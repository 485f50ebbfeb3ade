package manuscript

const (
	// mostMarks is how many marks a passage without a blank line may have. The time for matching brackets and emphasis grows with the square
	// of their number; no prose comes near this limit.
	mostMarks = 10_000

	// mostMarksOfFile is how many marks a file may have: a link, which has four, takes a kilobyte while it is read.
	mostMarksOfFile = 500_000

	// mostLinesOfFile is how many lines that are not blank a file may have. Each may be a block, which takes as much; a book that is set has
	// half of them (package check).
	mostLinesOfFile = 500_000
)

// tangled says why a text is not read, and from where on.
type tangled struct {
	at     int // offset
	what   string
	advice string
}

// overfull returns where a text has more marks or lines than can be read, or nil.
func overfull(text []byte) *tangled {
	tooLong := func(at int, what string) *tangled {
		return &tangled{at, "file of more than 500,000 " + what, "divide it into chapters, each a file; this one is not read further"}
	}
	start, marks := 0, 0 // of the passage
	lines, all := 0, 0   // of the file; all marks but those of the passage
	blank := true
	for i, c := range text {
		switch c {
		case '\n':
			if blank {
				all, marks, start = all+marks, 0, i+1
			} else if lines++; lines > mostLinesOfFile {
				return tooLong(i, "lines")
			}
			blank = true
		case ' ', '\t', '\r':
		case '{', '$', '@', '^', '|', '\\': // any number of these in a passage takes time in proportion to it
			blank = false
			all++
		case '*', '_', '[', ']', '<', '`', '~', '!', '&':
			blank = false
			if marks++; marks > mostMarks {
				return &tangled{start, "passage of more than 10,000 marks like * _ [ ] < ` without a blank line between",
					"break it with blank lines; the file is not read further"}
			}
		default:
			blank = false
		}
		if all+marks > mostMarksOfFile {
			return tooLong(i, "marks like * _ [ ] < `")
		}
	}
	return nil
}
