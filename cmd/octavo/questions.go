package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// questions asks somebody at a keyboard.
type questions struct {
	ctx   context.Context
	lines <-chan string // what is typed; closed at the end of the input
	out   io.Writer
}

// errEnded says that the input has ended.
var errEnded = errors.New("the input has ended")

func newQuestions(ctx context.Context, in io.Reader, out io.Writer) questions {
	lines := make(chan string)
	go func() { // reading cannot be interrupted, and waiting for it can
		defer close(lines)
		for r := bufio.NewScanner(in); r.Scan(); {
			select {
			case lines <- r.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	return questions{ctx, lines, out}
}

func (q questions) say(format string, args ...any) error {
	_, err := diag.Fprintf(q.out, format, args...)
	return err
}

// ask returns the line that is typed after a question, without the spaces around it.
func (q questions) ask(question string) (string, error) {
	if err := q.say("%s", question); err != nil {
		return "", err
	}
	select {
	case <-q.ctx.Done():
		return "", context.Cause(q.ctx)
	case line, ok := <-q.lines:
		if !ok {
			return "", errEnded
		}
		return strings.TrimSpace(line), nil
	}
}
