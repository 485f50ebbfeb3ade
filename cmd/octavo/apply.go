package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/mend"
	"octavo/cmd/octavo/internal/outdir"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/revise"
)

// applyAsk is what the command line asks for with --apply.
type applyAsk struct {
	apply, all, dryRun, undo bool
	decisions, plan          string
}

func (a *applyAsk) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.apply, "apply", false, "offer the changes that readers want one by one, and write them into the manuscript")
	cmd.Flags().BoolVar(&a.all, "accept-all", false, "with --apply, accept every change that can be written")
	cmd.Flags().StringVar(&a.decisions, "decisions", "", "with --apply, take the decisions from a `file` (TOML or JSON)")
	cmd.Flags().StringVar(&a.plan, "plan", "", "with --apply, write a `file` of decisions to edit, and change nothing")
	cmd.Flags().BoolVar(&a.dryRun, "dry-run", false, "with --apply, print the changes of the files and make none")
	cmd.Flags().BoolVar(&a.undo, "undo", false, "take back the last changes that --apply has written")
}

// validate refuses flags that make no sense together.
func (a *applyAsk) validate(cmd *cobra.Command) error {
	for _, name := range []string{"accept-all", "decisions", "plan", "dry-run"} {
		if cmd.Flags().Changed(name) && !a.apply {
			return usagef(cmd, "--%s says how --apply decides: give both", name)
		}
	}
	switch {
	case a.undo && a.apply:
		return usagef(cmd, "--undo takes changes back and --apply makes them: give one of them")
	case a.apply && (cmd.Flags().Changed("format") || cmd.Flags().Changed("output") || cmd.Flags().Changed("todo")):
		return usagef(cmd, "--apply writes changes; list the comments in a run of its own")
	case a.plan != "" && a.dryRun:
		return usagef(cmd, "--plan and --dry-run both change nothing: give one of them")
	}
	return nil
}

// asks reports whether the author is asked about each change.
func (a *applyAsk) asks() bool { return !a.all && a.decisions == "" && a.plan == "" }

// applyFeedback offers the changes of a list and writes those that are accepted.
func applyFeedback(cmd *cobra.Command, p *project.Project, list *feedback.List, ask feedbackAsk) error {
	a := &ask.apply
	stdout, stderr := cmd.OutOrStdout(), cmd.ErrOrStderr()
	if a.asks() && !isKeyboard(cmd.InOrStdin()) {
		return usagef(cmd, "nobody can be asked here, since the input is no terminal; add --accept-all, --decisions FILE or --plan FILE")
	}
	s, err := revise.New(p, list)
	if err != nil {
		return err
	}
	faults := 0
	if a.decisions != "" {
		if faults, err = takeDecisions(s, a.decisions, stderr); err != nil {
			return err
		}
	}
	if a.all {
		s.AcceptAll()
	}
	if a.plan != "" {
		return errors.Join(writePlan(cmd, s, a.plan), foundIf(faults > 0))
	}
	if a.asks() {
		if err := newAsking(cmd.Context(), s, cmd.InOrStdin(), stdout).run(); err != nil {
			return err
		}
	}
	r, err := s.Result()
	if err != nil {
		return err
	}
	if a.dryRun {
		_, err := diag.Fprintf(stdout, "%s", r.Diff())
		return errors.Join(err, foundIf(faults > 0))
	}
	release, record := func() {}, func(*outdir.Dir, []string) error { return nil }
	defer func() { release() }()
	if !ask.noRecord {
		record = func(set *outdir.Dir, _ []string) (err error) {
			release, err = recordApplied(cmd.Context(), p, s, len(r.Changes) > 0, set, stderr)
			return err
		}
	}
	if err := r.WriteKeptWith(cmd.Context(), p.Dir, diag.Count(countOf(s, revise.Accept), "change"), s.Taken(), record); err != nil {
		return err
	}
	if err := printApplied(s, r, a.asks(), stdout); err != nil {
		return err
	}
	return foundIf(faults > 0)
}

func foundIf(found bool) error {
	if found {
		return errFound
	}
	return nil
}

// isKeyboard reports whether somebody can be asked on in.
func isKeyboard(in io.Reader) bool {
	f, ok := in.(*os.File)
	return !ok || term.IsTerminal(int(f.Fd()))
}

// maxDecisionFile is more than any file of decisions has, in bytes.
const maxDecisionFile = 64 << 20

// takeDecisions takes the decisions of a file, and returns how many of them cannot be carried out.
func takeDecisions(s *revise.Session, name string, stderr io.Writer) (faults int, err error) {
	data, err := readfile.Named(name, maxDecisionFile)
	if err != nil {
		return 0, fmt.Errorf("cannot read the decisions %s: %w", name, readfile.Reason(err))
	}
	list, err := revise.ReadDecisions(name, data)
	if err != nil {
		return 0, err
	}
	wrong := s.Take(list)
	for _, w := range wrong {
		diag.Fprintf(stderr, "octavo: %s\n", w)
	}
	return len(wrong), nil
}

func writePlan(cmd *cobra.Command, s *revise.Session, name string) error {
	var text strings.Builder
	if err := s.Plan(&text); err != nil {
		return err
	}
	if err := outdir.WriteFile(cmd.Context(), name, []byte(text.String())); err != nil {
		return err
	}
	_, err := diag.Fprintf(cmd.OutOrStdout(), "%s: %s to decide on; edit it, then give it with --decisions\n", name, diag.Count(len(s.Offers), "change"))
	return err
}

func countOf(s *revise.Session, d revise.Decision) (n int) {
	for _, o := range s.Offers {
		if o.Decision == d {
			n++
		}
	}
	return n
}

// recordApplied adds to a set of files what became of the remarks, for their readers. That it fails does not keep the changes from being
// written. The caller calls release when the set has been committed.
func recordApplied(ctx context.Context, p *project.Project, s *revise.Session, changed bool, set *outdir.Dir, stderr io.Writer) (release func(), err error) {
	at := ledger.At(ctx, p, config.Now())
	if changed {
		at = ledger.AfterChange(ctx, p, config.Now())
	}
	release, err = ledger.ChangeAnswers(ctx, p.Root, set, func(a *ledger.Answers) error {
		a.SettleAll(s.Answers(), at)
		return nil
	})
	if err != nil && ctx.Err() == nil {
		diag.Fprintf(stderr, "octavo: what became of the remarks is not recorded: %v\n", err)
		return release, nil
	}
	return release, err
}

// printApplied says what became of the changes, one a line, and how many there were. Of those that the author was asked about, it names
// only the ones that cannot be written.
func printApplied(s *revise.Session, r *mend.Result, asked bool, stdout io.Writer) error {
	left, stands, open := 0, 0, 0
	for _, o := range s.Offers {
		what, note := "", ""
		switch {
		case o.Decision == revise.Accept:
			what, note = "taken", o.Show().String()
		case o.Decision == revise.Decline:
			what, note = "declined", o.Why
		case o.Hunk.Stands:
			stands++
			continue
		case o.Refused() == "":
			open++
			continue
		default:
			left++
			what, note = "left", o.Refused()
		}
		if asked && what != "left" {
			continue
		}
		if note != "" {
			note = ": " + note
		}
		if _, err := diag.Fprintf(stdout, "%s: %s: %s: %s%s\n", placeOf(o), o.Who(), what, o.Asks(), note); err != nil {
			return err
		}
	}
	parts := []string{diag.Count(countOf(s, revise.Accept), "change") + " in " + diag.Count(len(r.Changes), "file")}
	for _, p := range []struct {
		n    int
		what string
	}{{countOf(s, revise.Decline), "declined"}, {left, "left as remarks"}, {open, "not decided"}, {stands, "in the manuscript already"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	if s.Others > 0 {
		parts = append(parts, diag.Count(s.Others, "comment")+" without a change")
	}
	_, err := diag.Fprintf(stdout, "%s\n", strings.Join(parts, ", "))
	if err == nil && len(r.Changes) > 0 {
		_, err = diag.Fprintf(stdout, "octavo feedback --undo takes the changes back\n")
	}
	return err
}

// placeOf returns where an offer is, for messages.
func placeOf(o *revise.Offer) string {
	if o.Hunk.Pos.IsValid() {
		return o.Hunk.Pos.String()
	}
	r := o.Remarks[0]
	return fmt.Sprintf("%s, remark %d", r.File, r.Nth)
}

// undoFeedback takes back the last changes that were written.
func undoFeedback(cmd *cobra.Command) error {
	ctx := cmd.Context()
	u, err := ledger.UndoChanges(ctx, bookDir(cmd))
	if err != nil {
		return err
	}
	_, err = diag.Fprintf(cmd.OutOrStdout(), "took back %s: %s\n", u.What, strings.Join(u.Files, ", "))
	return err
}
