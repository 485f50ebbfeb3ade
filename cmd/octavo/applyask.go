package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/revise"
)

// asking asks the author about each change.
type asking struct {
	questions
	s     *revise.Session
	color bool
	edit  func(text string) (string, error) // by the author's editor; nil: a line is typed
}

func newAsking(ctx context.Context, s *revise.Session, in io.Reader, out io.Writer) *asking {
	a := &asking{questions: newQuestions(ctx, in, out), s: s, color: wantsColor(out)}
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if editor := strings.Fields(os.Getenv(name)); len(editor) > 0 && in == io.Reader(os.Stdin) && a.edit == nil {
			a.edit = func(text string) (string, error) { return editIn(ctx, editor, text) }
		}
	}
	return a
}

// run asks about each change that can be written, in the order of the manuscript.
func (a *asking) run() error {
	open := 0
	for _, o := range a.s.Offers {
		if o.Hunk.Can() {
			open++
		}
	}
	n := 0
	for _, o := range a.s.Offers {
		if !o.Hunk.Can() {
			continue
		}
		if n++; o.Decision != revise.Later {
			continue // with the other half of words that were moved
		}
		quit, err := a.one(o, fmt.Sprintf("%d of %d", n, open))
		if errors.Is(err, errEnded) {
			return a.say("\n")
		}
		if err != nil || quit {
			return err
		}
	}
	return nil
}

// one asks about one change. It reports whether the author asks no more.
func (a *asking) one(o *revise.Offer, nth string) (quit bool, err error) {
	if err := a.show(o, nth); err != nil {
		return false, err
	}
	for {
		key, err := a.ask("[a]ccept, [d]ecline, [e]dit, [l]ater, [q]uit or ? ")
		if err != nil {
			return false, err
		}
		switch key {
		case "a", "accept", "y":
			if why := o.Refused(); why != "" {
				err = a.say("it cannot be accepted: %s\n", why)
				break
			}
			o.Decide(revise.Accept, "")
			return false, nil
		case "d", "decline", "n":
			why, err := a.ask("why? (one line for the reader, or none) ")
			o.Decide(revise.Decline, why)
			return false, err
		case "e", "edit":
			var done bool
			if done, err = a.reword(o); done {
				o.Decide(revise.Accept, "")
				return false, nil
			}
		case "l", "later":
			return false, nil
		case "q", "quit":
			return true, nil
		default:
			err = a.say("%s", "a  write the change into the manuscript\nd  leave the manuscript as it is, and tell the reader\n"+
				"e  write other words there\nl  leave the change for another time\n"+
				"q  ask no more: what was accepted is written, the rest is left for another time\n")
		}
		if err != nil {
			return false, err
		}
	}
}

// show prints a change.
func (a *asking) show(o *revise.Offer, nth string) error {
	if err := a.say("\n%s: %s: %s [%s]\n", placeOf(o), o.Who(), o.Asks(), nth); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(a.out, "    %s\n", o.Show().Write(a.color)); err != nil {
		return err
	}
	for _, r := range o.Remarks {
		if r.Comment != "" {
			if err := a.say("    note: %s\n", strings.Join(strings.Fields(r.Comment), " ")); err != nil {
				return err
			}
		}
		for _, reply := range r.Replies {
			if err := a.say("    note: %s answers: %s\n", reply.Reader, strings.Join(strings.Fields(reply.Comment), " ")); err != nil {
				return err
			}
		}
	}
	if o.Against != nil {
		return a.say("    note: %s wants another change of these words; only one of them can be accepted\n", o.Against.Who())
	}
	return nil
}

// reword lets the author write other words, and reports whether they can stand there.
func (a *asking) reword(o *revise.Offer) (done bool, err error) {
	var words string
	if a.edit != nil {
		if words, err = a.edit(o.New()); err != nil {
			return false, a.say("%v\n", err)
		}
	} else if words, err = a.ask("the new words (¶ parts paragraphs): "); err != nil {
		return false, err
	}
	if err := a.s.Reword(o, revise.Unsigned(words)); err != nil {
		return false, a.say("%v\n", err)
	}
	return true, a.say("    %s\n", o.Show().String())
}

// editIn lets the author edit a text in a program.
func editIn(ctx context.Context, editor []string, text string) (string, error) {
	root, remove, err := outdir.Scratch(ctx, nil, "")
	if err != nil {
		return "", err
	}
	defer remove()
	name := filepath.Join(root.Name(), "words.txt")
	if err := outdir.WriteFile(ctx, name, []byte(text+"\n")); err != nil {
		return "", err
	}
	cmd := exec.CommandContext(ctx, editor[0], append(editor[1:], name)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("cannot edit the words in %s: %w", editor[0], err)
	}
	data, err := readfile.Named(name, maxDecisionFile)
	if err != nil {
		return "", err
	}
	return strings.Trim(strings.ReplaceAll(string(data), "\n", " "), " "), nil
}
