package lsp

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

// Limits of what is read.
const (
	maxMessage = 64 << 20 // bytes: a chapter of 16 MB, with escapes
	maxHeader  = 4 << 10  // bytes of a line
)

// frameError is a message that cannot be read; the one after it can be.
type frameError struct {
	code    int
	message string
}

func (e *frameError) Error() string { return e.message }

// frames reads messages, each after a header with its length (LSP 3.17, "Base Protocol").
type frames struct{ in *bufio.Reader }

// next returns the content of the next message. A *frameError is of that message alone; any other error ends the stream. After lines that
// are no header it looks for the next one that is.
func (f *frames) next() ([]byte, error) {
	var bad *frameError
	length := -1
	for {
		line, err := f.line()
		var broken *frameError
		switch {
		case errors.As(err, &broken):
			bad = broken
			continue
		case err != nil:
			return nil, err
		case line == "" && length >= 0:
			if bad != nil {
				if _, err := io.CopyN(io.Discard, f.in, int64(length)); err != nil {
					return nil, err
				}
				return nil, bad
			}
			return f.content(length)
		case line == "" && bad != nil:
			return nil, bad
		case line == "":
			continue // more than one empty line between messages does no harm
		}
		n, fault := headerLine(line)
		if fault != nil {
			bad = fault
		} else if n >= 0 {
			length = n
		}
	}
}

// line returns the next line of a header, without its end.
func (f *frames) line() (string, error) {
	var line []byte
	long := false
	for {
		part, err := f.in.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxHeader; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil:
			return "", err
		case long:
			return "", &frameError{codeParse, fmt.Sprintf("header line of more than %d bytes", maxHeader)}
		}
		return strings.TrimRight(string(line), "\r\n"), nil
	}
}

// headerLine reads a line of a header. It returns the length that it gives, or -1.
func headerLine(line string) (length int, fault *frameError) {
	name, value, ok := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch {
	case !ok:
		return -1, &frameError{codeParse, "malformed header: write Content-Length: N and an empty line before each message"}
	case strings.EqualFold(name, "Content-Length"):
		n, err := strconv.ParseUint(value, 10, 62)
		if err != nil {
			return -1, &frameError{codeParse, fmt.Sprintf("Content-Length must be a number, not %.40q", value)}
		}
		return int(n), nil
	case strings.EqualFold(name, "Content-Type"):
		if _, charset, ok := strings.Cut(strings.ToLower(value), "charset="); ok && charset != "utf-8" && charset != "utf8" {
			return -1, &frameError{codeParse, fmt.Sprintf("messages must be in UTF-8, not in %.40q", charset)}
		}
	}
	return -1, nil
}

// content reads the content of a message. One that is too long is passed over.
func (f *frames) content(length int) ([]byte, error) {
	if length > maxMessage {
		if _, err := io.CopyN(io.Discard, f.in, int64(length)); err != nil {
			return nil, err
		}
		return nil, &frameError{codeInvalidRequest, fmt.Sprintf("message of %d bytes, more than %d", length, maxMessage)}
	}
	var b bytes.Buffer // it grows as bytes come: a header can promise what never follows
	if _, err := io.CopyN(&b, f.in, int64(length)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// sender writes messages, one after the other.
type sender struct {
	mu  sync.Mutex
	out io.Writer
	err error // the first that writing gave
}

// send writes one message.
func (s *sender) send(content []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return
	}
	message := append(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n", len(content)), content...)
	_, s.err = s.out.Write(message)
}

func (s *sender) failure() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}
