package manuscript

// maxMarks is the largest number of marks in a passage without a blank line. The time for matching brackets and emphasis grows
// with the square of their number; no prose comes near this limit.
const maxMarks = 10000

// overMarked finds the first passage with more than maxMarks marks, and returns where it starts.
func overMarked(text []byte) (start int, found bool) {
	marks, blank := 0, true
	for i, c := range text {
		switch c {
		case '\n':
			if blank {
				marks, start = 0, i+1
			}
			blank = true
		case ' ', '\t', '\r':
		case '*', '_', '[', ']', '<', '`', '~', '!', '&':
			blank = false
			if marks++; marks > maxMarks {
				return start, true
			}
		default:
			blank = false
		}
	}
	return 0, false
}
