package ledger

import (
	"context"
	"fmt"
	"io"
	"os"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/likename"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// maxIdentified is how much of a file, or of a file in a package, is looked at.
const maxIdentified = 1 << 28

// Identify prints whose copies a file is, by the ids in it and the ledger in a book's folder.
func Identify(ctx context.Context, w io.Writer, root *os.Root, name string) error {
	data, err := readfile.Named(name, maxIdentified)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w%s", name, readfile.Reason(err), likename.Beside(name))
	}
	if err := project.SettleOutputs(ctx, root); err != nil {
		return err
	}
	l, err := Read(root)
	if err != nil {
		return err
	}
	ids, names, err := copyIDs(ctx, data, l)
	if err != nil {
		return cos.Unreadable(name, err, "ask for the file again, or copy text out of it and save that")
	}
	if len(ids) == 0 {
		return fmt.Errorf("%s has no mark of a review copy", name)
	}
	for _, id := range ids {
		if c := l.Find(id); c != nil {
			diag.Fprintf(w, "%s: copy %d, for %s; manuscript %s, %s\n", id, c.Number, c.Owner(), c.Revision, c.Date)
			continue
		}
		whose := ""
		if name := names[id]; name != "" {
			whose = ", for " + diag.Printable(name) + " as its pages say"
		}
		diag.Fprintf(w, "%s: a review copy that the ledger of this book does not know%s\n", id, whose)
	}
	return nil
}
