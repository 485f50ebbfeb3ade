package main

import (
	"errors"
	"fmt"
	"path"

	"github.com/spf13/cobra"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/project"
)

// answerCommand says what became of remarks.
func answerCommand() *cobra.Command {
	var why string
	said := map[feedback.Outcome]*bool{}
	cmd := &cobra.Command{
		Use:   "answer KEY...",
		Short: "Say what became of readers' comments",
		Long: `Say what became of comments, for the next review copy of their readers. Their keys
are in the list that octavo feedback prints, and in the checklist.

A suggestion whose words now stand in the manuscript counts as taken; you need not say so.`,
		Example: `  octavo feedback answer 0e67787c --declined --why "the dialect is meant"
  octavo feedback answer 36bd1fc4 47a105a9 --taken`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef(cmd, "name a comment by its key")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			var outcome feedback.Outcome
			for _, o := range feedback.Outcomes {
				if *said[o] && outcome != "" {
					return usagef(cmd, "a comment has one outcome; say --%s or --%s", outcome, o)
				}
				if *said[o] {
					outcome = o
				}
			}
			if outcome == "" {
				return usagef(cmd, "say what became of it: --taken, --changed, --declined or --open")
			}
			return answer(cmd, args, outcome, why)
		},
	}
	for o, help := range map[feedback.Outcome]string{feedback.Taken: "the book now says what the reader asked for",
		feedback.Changed: "it was changed in another way", feedback.Declined: "it stays as it is", feedback.Open: "take an answer back"} {
		said[o] = cmd.Flags().Bool(string(o), false, help)
	}
	cmd.Flags().StringVar(&why, "why", "", "a `word` to the reader")
	return cmd
}

// answer records the outcome of remarks.
func answer(cmd *cobra.Command, keys []string, outcome feedback.Outcome, why string) error {
	ctx := cmd.Context()
	p, err := openBook(ctx, bookDir(cmd), project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	if p.Cfg == nil || p.Book == nil {
		return refuseFound(cmd, p.Found)
	}
	at := ledger.At(ctx, p, config.Now())
	var settled []*ledger.Remark
	err = ledger.UpdateAnswers(ctx, p.Root, func(a *ledger.Answers) error {
		var unknown []error
		for _, key := range keys {
			r := a.Find(key)
			if r == nil {
				unknown = append(unknown, fmt.Errorf("there is no comment %q; keys stand in %s and in the list of octavo feedback", key,
					path.Join(project.ReviewPath, ledger.AnswersName)))
				continue
			}
			settled = append(settled, r)
		}
		if len(unknown) > 0 {
			return errors.Join(unknown...)
		}
		for _, r := range settled {
			r.Settle(outcome, why, at)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, r := range settled {
		if _, err := diag.Fprintf(cmd.OutOrStdout(), "%s: %s\n", r.Key, r.Outcome); err != nil {
			return err
		}
	}
	return nil
}

// printStatus prints all readers at a glance.
func printStatus(cmd *cobra.Command, format string) error {
	ctx := cmd.Context()
	p, err := openBook(ctx, bookDir(cmd), project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	if p.Cfg == nil {
		return refuseFound(cmd, p.Found)
	}
	l, err := ledger.Read(p.Root)
	if err != nil {
		return err
	}
	a, err := ledger.ReadAnswers(p.Root)
	if err != nil {
		return err
	}
	if p.Book != nil && len(a.Remarks) > 0 { // what the manuscript shows by now
		shelf, err := ledger.OpenShelf(p.Root, p.Cfg.Book.Slug)
		if err != nil {
			return err
		}
		readers := map[string]bool{}
		for _, r := range a.Remarks {
			readers[r.Reader] = true
		}
		a.Place(shelf, p.Index(), ledger.At(ctx, p, config.Now()), readers)
	}
	return ledger.WriteStatus(cmd.OutOrStdout(), format, ledger.Status(l, a, p.Cfg.Review.Readers))
}

// takeMarks takes the author's answers from a checklist alone.
func takeMarks(cmd *cobra.Command, name string) error {
	ctx := cmd.Context()
	p, err := openBook(ctx, bookDir(cmd), project.Silent)
	if err != nil {
		return err
	}
	defer p.Close()
	if p.Cfg == nil || p.Book == nil {
		return refuseFound(cmd, p.Found)
	}
	text, err := ledger.ReadChecklist(name)
	if err != nil {
		return err
	}
	n := 0
	if err := ledger.UpdateAnswers(ctx, p.Root, func(a *ledger.Answers) error {
		n = a.Mark(feedback.ChecklistMarks(text), ledger.At(ctx, p, config.Now()))
		return nil
	}); err != nil {
		return err
	}
	_, err = diag.Fprintf(cmd.OutOrStdout(), "%s: %s\n", name, diag.Count(n, "new answer"))
	return err
}
