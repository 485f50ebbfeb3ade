package studio

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/parallel"
)

// jobState says how far a job is.
type jobState string

const (
	pending   jobState = "waiting" // for the one before it
	running   jobState = "running"
	finished  jobState = "done"
	failed    jobState = "failed"
	cancelled jobState = "cancelled"
)

// job is something that is being made, or was.
type job struct {
	ID      int        `json:"id"`
	Kind    string     `json:"kind"`
	Title   string     `json:"title"`
	State   jobState   `json:"state"`
	Step    string     `json:"step,omitempty"` // what is being done
	Done    int        `json:"done"`           // steps that are done
	Steps   int        `json:"steps"`          // about how many there are
	Started time.Time  `json:"started"`
	Took    float64    `json:"took"` // seconds
	Result  *jobResult `json:"result,omitempty"`
	Message string     `json:"message,omitempty"` // why it failed
}

// jobResult is what a job has made, and what there is to say of it.
type jobResult struct {
	Summary  string         `json:"summary,omitempty"`
	Files    []madeFile     `json:"files"`
	Folder   string         `json:"folder,omitempty"` // that holds them, for people
	Notes    []string       `json:"notes"`
	Errors   int            `json:"errors"`
	Warnings int            `json:"warnings"`
	Problems []problemGroup `json:"problems"`
}

// madeFile is a file that was made.
type madeFile struct {
	Name  string `json:"name"` // slash-separated, in the folder of outputs
	Bytes int64  `json:"bytes"`
	About string `json:"about,omitempty"` // "75 cards on 18 pages"
	Note  string `json:"note,omitempty"`
}

// maker does the work of a job. It calls step before each step, and expect when it knows how many there are.
type maker func(ctx context.Context, t *task) (*jobResult, error)

// task is a job as its maker sees it.
type task struct {
	expect func(steps int)
	step   func(what string)
}

// mostJobs is how many jobs are remembered.
const mostJobs = 20

// jobs are the jobs of a studio, one at a time.
type jobs struct {
	tell func(job) // is told of each change of a job, not too often

	turn chan struct{}   // holds a value while a job runs
	ctx  context.Context // of all jobs
	end  context.CancelCauseFunc

	mu      sync.Mutex
	next    int
	list    []*job // the newest first
	cancels map[int]context.CancelCauseFunc
	told    time.Time
}

func newJobs(tell func(job)) *jobs {
	q := &jobs{tell: tell, turn: make(chan struct{}, 1), cancels: map[int]context.CancelCauseFunc{}}
	q.ctx, q.end = context.WithCancelCause(context.Background())
	return q
}

// errCancelled is why a job ends that the author has cancelled.
var errCancelled = errors.New("cancelled")

// start puts a job behind those that wait.
func (q *jobs) start(kind, title string, make maker) job {
	ctx, cancel := context.WithCancelCause(q.ctx)
	q.mu.Lock()
	q.next++
	j := &job{ID: q.next, Kind: kind, Title: title, State: pending, Started: time.Now()}
	q.list = append([]*job{j}, q.list...)
	q.cancels[j.ID] = cancel
	for n := len(q.list) - 1; n >= mostJobs && q.list[n].State != pending && q.list[n].State != running; n-- {
		q.list = q.list[:n]
	}
	now := *j
	q.mu.Unlock()
	q.tell(now)
	go q.run(ctx, j, make)
	return now
}

// run runs a job when it is its turn.
func (q *jobs) run(ctx context.Context, j *job, make maker) {
	var out *jobResult
	var err error
	start := time.Now()
	select {
	case q.turn <- struct{}{}:
		start = time.Now()
		q.change(j, func() { j.State, j.Started = running, start })
		err = parallel.Guard(func() (err error) {
			out, err = make(ctx, &task{
				expect: func(n int) { q.change(j, func() { j.Steps = j.Done + n }) },
				step:   func(what string) { q.step(j, what) },
			})
			return err
		})
		<-q.turn
	case <-ctx.Done():
		err = context.Cause(ctx)
	}
	q.change(j, func() {
		j.Took, j.Result, j.Step = time.Since(start).Seconds(), out, ""
		switch {
		case err == nil:
			j.State = finished
		case errors.Is(err, errCancelled):
			j.State = cancelled
		default:
			j.State = failed
			j.Message, _ = explained(err)
		}
		q.cancels[j.ID](nil)
		delete(q.cancels, j.ID)
	})
}

// often is how often the page in the browser is told of steps.
const often = 100 * time.Millisecond

// step notes that a step begins.
func (q *jobs) step(j *job, what string) {
	q.mu.Lock()
	if j.Step != "" {
		j.Done++
	}
	j.Step, j.Steps = what, max(j.Steps, j.Done+1)
	now, tell := *j, time.Since(q.told) > often
	if tell {
		q.told = time.Now()
	}
	q.mu.Unlock()
	if tell {
		q.tell(now)
	}
}

// change changes a job and tells of it.
func (q *jobs) change(j *job, change func()) {
	q.mu.Lock()
	change()
	now := *j
	q.mu.Unlock()
	q.tell(now)
}

// cancel ends a job, and reports whether there was one to end.
func (q *jobs) cancel(id int) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	cancel := q.cancels[id]
	if cancel != nil {
		cancel(errCancelled)
	}
	return cancel != nil
}

// stop ends all jobs, those too that are still to be started, and waits for the one that runs.
func (q *jobs) stop() {
	q.end(errCancelled)
	q.turn <- struct{}{}
}

// all returns all jobs, the newest first.
func (q *jobs) all() []job {
	q.mu.Lock()
	defer q.mu.Unlock()
	out := make([]job, len(q.list))
	for i, j := range q.list {
		out[i] = *j
	}
	return out
}

// find returns a job by its id.
func (q *jobs) find(id int) (job, bool) {
	list := q.all()
	i := slices.IndexFunc(list, func(j job) bool { return j.ID == id })
	if i < 0 {
		return job{}, false
	}
	return list[i], true
}

// made reports whether a job has made a file.
func (q *jobs) made(name string) bool {
	return slices.ContainsFunc(q.all(), func(j job) bool {
		return j.Result != nil && slices.ContainsFunc(j.Result.Files, func(f madeFile) bool { return f.Name == name })
	})
}

// say adds what was found of a book to a result.
func (r *jobResult) say(found diag.List) {
	r.Errors, r.Warnings = found.Count()
	r.Problems = grouped((&state{}).troubles(found), false, nil)
}
