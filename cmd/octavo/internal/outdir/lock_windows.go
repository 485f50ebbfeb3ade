package outdir

import (
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/sys/windows"
)

// mutex is a named object of the system's that exists for as long as a process holds it.
type mutex windows.Handle

func (m mutex) Close() error { return windows.CloseHandle(windows.Handle(m)) }

// tryLock takes the lock of an open folder unless another process holds it. The lock is held until what is returned is closed. Windows
// locks no folders, and a file for a lock would lie in the folder; so the lock is that an object exists which is named after the folder.
// It goes with the process, however that ends. f is closed, since nobody could remove the folder otherwise, but where the lock is busy:
// then it stays open, and nil is returned.
func tryLock(f *os.File) (lockState, io.Closer) {
	var id windows.ByHandleFileInformation
	if err := windows.GetFileInformationByHandle(windows.Handle(f.Fd()), &id); err != nil {
		return noLocks, f
	}
	name, err := windows.UTF16PtrFromString(fmt.Sprintf(`Global\octavo-%08x-%08x%08x`, id.VolumeSerialNumber, id.FileIndexHigh, id.FileIndexLow))
	if err != nil {
		return noLocks, f
	}
	h, err := windows.CreateMutex(nil, false, name)
	switch {
	case errors.Is(err, windows.ERROR_ALREADY_EXISTS):
		windows.CloseHandle(h)
		return busy, nil
	case errors.Is(err, windows.ERROR_ACCESS_DENIED): // another user's
		return busy, nil
	case err != nil:
		return noLocks, f
	}
	f.Close()
	return taken, mutex(h)
}

// syncFolder does nothing: folders cannot be synced on this system.
func syncFolder(*os.File) error { return nil }
