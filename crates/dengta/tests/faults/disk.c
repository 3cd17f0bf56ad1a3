/*
 * A disk that fails, for tests: preloaded into the desk, it stands between the program and the C library for
 * the calls that write.
 *
 *   cc -shared -fPIC -O2 -o disk.so disk.c -pthread
 *   LD_PRELOAD=…/disk.so FAULT_DIR=… FAULT_SHADOW=… FAULT_CONTROL=… dengta serve …
 *
 * Why C: it must be a library that the loader puts before the C library, it runs inside system calls of a
 * process that it knows nothing of, and it uses no more than the C library has. It is a leaf, for tests only:
 * nothing of the program is built from it or linked with it.
 *
 * FAULT_DIR is the folder that is watched. It exists before the program starts.
 *
 * Power loss. kill -9 proves nothing about fsync, because the page cache outlives the process. FAULT_SHADOW is
 * therefore a second folder that holds only what was made durable: what the watched folder held at the start,
 * and from then on what fsync or fdatasync has succeeded for. After kill -9 it is the disk as a power cut would
 * have left it, and the test goes on from a copy of it.
 *   - Contents (write, pwrite, writev, ftruncate, O_TRUNC) are pending per file until a sync of that file,
 *     through whichever descriptor.
 *   - Names (create, rename, unlink, mkdir, rmdir) are durable at once. A journalling file system may well commit
 *     a name before the contents, and that is the harder case for a program: a file that is there and empty, a
 *     rename that is there though what was renamed was never synced. It also keeps the shim free of a model of
 *     directories.
 *   - `*-shm`, SQLite's index of its log in shared memory, is built anew after a crash and is left out.
 *   - The watching is per process: one that writes without the shim, or beside it, is seen at its own syncs only.
 *     One that starts on a shadow that is there already goes on from it: what its predecessor left in the page
 *     cache is pending, until it is synced.
 *
 * Faults. FAULT_CONTROL is a file whose first word is read at each call:
 *     (empty)  all is well
 *     enospc   what makes a file grow, and every other write, fails with ENOSPC
 *     eio      fsync and fdatasync fail with EIO, and what was pending is lost: Linux marks the pages clean, so
 *              that the next sync succeeds without them
 *     erofs    writing, and opening for writing, fails with EROFS
 *     liar     syncs succeed and make nothing durable: the negative control of the power test, which must fail
 * Any of the three variables may be missing; what hangs on it is then off.
 *
 * Not seen: writes through mmap (SQLite writes its database with pwrite; only -shm is mapped for writing), io_uring,
 * fallocate. copy_file_range and sendfile into the folder are refused, whereupon callers read and write instead.
 *
 * Everything goes to the kernel by syscall(2), not through the next library's functions: nothing to look up,
 * so that a call before our constructor works, and our own calls never come back to us.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* ---- where ---- */

static char watched[PATH_MAX], shadow[PATH_MAX], control[PATH_MAX];

static bool is_below(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    return length > 0 && strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static bool is_shared_memory(const char *path)
{
    size_t length = strlen(path);
    return length >= 4 && strcmp(path + length - 4, "-shm") == 0;
}

static bool has_shadow(const char *path)
{
    return shadow[0] != '\0' && is_below(path, watched) && !is_shared_memory(path);
}

/* The same name in the shadow. */
static void shadow_of(const char *path, char out[PATH_MAX])
{
    snprintf(out, PATH_MAX, "%s%s", shadow, path + strlen(watched));
}

/* The path that a descriptor was opened by, as it is named now. */
static bool path_of(int fd, char out[PATH_MAX])
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, out, PATH_MAX - 1);
    if (length < 0)
        return false;
    out[length] = '\0';
    return true;
}

/* The absolute path that a call names: its folder is resolved, its last part may not exist yet. */
static bool resolve(int folder, const char *path, char out[PATH_MAX])
{
    char joined[2 * PATH_MAX], base[PATH_MAX], real[PATH_MAX];
    if (path[0] == '/') {
        snprintf(joined, sizeof joined, "%s", path);
    } else {
        if (folder == AT_FDCWD ? getcwd(base, sizeof base) == NULL : !path_of(folder, base))
            return false;
        snprintf(joined, sizeof joined, "%s/%s", base, path);
    }
    char *slash = strrchr(joined, '/');
    const char *name = slash + 1;
    *slash = '\0';
    if (realpath(slash == joined ? "/" : joined, real) == NULL)
        return false;
    return snprintf(out, PATH_MAX, "%s/%s", strcmp(real, "/") == 0 ? "" : real, name) < PATH_MAX;
}

static bool names_watched(int folder, const char *path, char out[PATH_MAX])
{
    return watched[0] != '\0' && resolve(folder, path, out) && is_below(out, watched);
}

/* Whether writes to this descriptor concern us. Sockets and pipes are told by one fstat. */
static bool is_watched(int fd, struct stat *status, char path[PATH_MAX])
{
    return watched[0] != '\0' && fstat(fd, status) == 0 && S_ISREG(status->st_mode) && path_of(fd, path) &&
           is_below(path, watched);
}

/* ---- the faults ---- */

enum fault { NONE, ENOSPC_FAULT, EIO_FAULT, EROFS_FAULT, LIAR };

/* Reads the file each time rather than its date: dates are coarser than a test is quick. */
static enum fault fault_now(void)
{
    static const struct { const char *word; enum fault fault; } words[] = {
        {"enospc", ENOSPC_FAULT}, {"eio", EIO_FAULT}, {"erofs", EROFS_FAULT}, {"liar", LIAR}};
    if (control[0] == '\0')
        return NONE;
    int before = errno;
    int fd = syscall(SYS_openat, AT_FDCWD, control, O_RDONLY | O_CLOEXEC);
    char text[16] = "";
    if (fd >= 0) {
        ssize_t length = syscall(SYS_read, fd, text, sizeof text - 1);
        text[length > 0 ? length : 0] = '\0';
        syscall(SYS_close, fd);
    }
    errno = before;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(text, words[i].word, strlen(words[i].word)) == 0)
            return words[i].fault;
    return NONE;
}

static int refuse(int error)
{
    errno = error;
    return -1;
}

/* The error that a write meets now, or 0. */
static int write_error(void)
{
    switch (fault_now()) {
    case ENOSPC_FAULT: return ENOSPC;
    case EROFS_FAULT: return EROFS;
    default: return 0;
    }
}

/* ---- what is pending ---- */

struct range { off_t from, to; };

/*
 * A file with contents that no sync has covered yet. By inode: descriptors and names come and go. When a file is
 * removed and its inode given to another, that one's first sync copies a range too many, which is no harm.
 */
struct pending {
    dev_t device;
    ino_t inode;
    struct range *ranges;
    size_t count, room;
    struct pending *next;
};

static struct pending *all_pending;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct pending **find_pending(const struct stat *status)
{
    struct pending **at = &all_pending;
    while (*at && ((*at)->device != status->st_dev || (*at)->inode != status->st_ino))
        at = &(*at)->next;
    return at;
}

static void forget(struct pending **at)
{
    struct pending *gone = *at;
    if (gone == NULL)
        return;
    *at = gone->next;
    free(gone->ranges);
    free(gone);
}

/* Notes a write; an empty range notes that the size may have changed. */
static void note(const struct stat *status, off_t from, off_t to)
{
    pthread_mutex_lock(&lock);
    struct pending **at = find_pending(status), *file = *at;
    if (file == NULL) {
        file = *at = calloc(1, sizeof *file);
        if (file == NULL)
            abort();
        file->device = status->st_dev;
        file->inode = status->st_ino;
    }
    struct range *last = file->count ? &file->ranges[file->count - 1] : NULL;
    if (last && last->to == from) {
        last->to = to;
    } else {
        if (file->count == file->room) {
            file->room = file->room ? 2 * file->room : 64;
            file->ranges = realloc(file->ranges, file->room * sizeof *file->ranges);
            if (file->ranges == NULL)
                abort();
        }
        file->ranges[file->count++] = (struct range){from, to};
    }
    pthread_mutex_unlock(&lock);
}

/* ---- the shadow ---- */

/* A shadow that is not what it says would make tests lie: better that the program ends here. */
static void must(bool held, const char *what)
{
    if (!held) {
        perror(what);
        abort();
    }
}

static int open_raw(const char *path, int flags)
{
    return syscall(SYS_openat, AT_FDCWD, path, flags | O_CLOEXEC, 0600);
}

static void copy_range(int from, int to, struct range range)
{
    char buffer[64 * 1024];
    for (off_t at = range.from; at < range.to;) {
        size_t wanted = range.to - at < (off_t)sizeof buffer ? (size_t)(range.to - at) : sizeof buffer;
        ssize_t got = syscall(SYS_pread64, from, buffer, wanted, at);
        if (got <= 0)
            return; /* Truncated since: the size is set afterwards. */
        must(syscall(SYS_pwrite64, to, buffer, got, at) == got, "disk.c: writing the shadow");
        at += got;
    }
}

/* Brings what is pending of a file into the shadow, and its size with it. */
static void make_durable(int fd, const char *path, const struct stat *status)
{
    char copy[PATH_MAX], source[64];
    shadow_of(path, copy);
    /* The descriptor may be write-only: the contents are read through one of our own. */
    snprintf(source, sizeof source, "/proc/self/fd/%d", fd);
    pthread_mutex_lock(&lock);
    struct pending **at = find_pending(status);
    if (*at) {
        int from = open_raw(source, O_RDONLY), to = open_raw(copy, O_WRONLY);
        /* An unlinked file has no shadow, and nobody will miss its contents. */
        if (from >= 0 && to >= 0) {
            struct stat now;
            for (size_t i = 0; i < (*at)->count; i++)
                copy_range(from, to, (*at)->ranges[i]);
            must(fstat(from, &now) == 0 && syscall(SYS_ftruncate, to, now.st_size) == 0, "disk.c: sizing the shadow");
        }
        if (from >= 0)
            syscall(SYS_close, from);
        if (to >= 0)
            syscall(SYS_close, to);
        forget(at);
    }
    pthread_mutex_unlock(&lock);
}

/*
 * Copies what is there at the start and is not in the shadow yet: a power cut in the past is none. What is in the
 * shadow, a killed predecessor may have written to since.
 */
static int copy_into_shadow(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)place;
    char copy[PATH_MAX];
    if (!has_shadow(path))
        return 0;
    shadow_of(path, copy);
    if (kind == FTW_D) {
        must(syscall(SYS_mkdirat, AT_FDCWD, copy, 0700) == 0 || errno == EEXIST, "disk.c: making a folder");
    } else if (kind == FTW_F) {
        int from = open_raw(path, O_RDONLY), to = open_raw(copy, O_WRONLY | O_CREAT | O_EXCL);
        if (to < 0 && errno == EEXIST)
            note(status, 0, status->st_size);
        if (from >= 0 && to >= 0)
            copy_range(from, to, (struct range){0, status->st_size});
        if (from >= 0)
            syscall(SYS_close, from);
        if (to >= 0)
            syscall(SYS_close, to);
    }
    return 0;
}

static void absolute(const char *variable, char out[PATH_MAX])
{
    const char *value = getenv(variable);
    if (value && realpath(value, out) == NULL)
        snprintf(out, PATH_MAX, "%s", value);
}

__attribute__((constructor)) static void start(void)
{
    absolute("FAULT_SHADOW", shadow);
    absolute("FAULT_CONTROL", control);
    absolute("FAULT_DIR", watched);
    if (shadow[0] != '\0')
        nftw(watched, copy_into_shadow, 16, FTW_PHYS);
}

/* ---- opening and naming ---- */

static int open_watched(int folder, const char *path, int flags, mode_t mode)
{
    char real[PATH_MAX], copy[PATH_MAX];
    if ((flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) == 0 || !names_watched(folder, path, real))
        return syscall(SYS_openat, folder, path, flags, mode);
    if (fault_now() == EROFS_FAULT && (flags & (O_WRONLY | O_RDWR | O_TRUNC) || access(real, F_OK) != 0))
        return refuse(EROFS);
    int fd = syscall(SYS_openat, folder, path, flags, mode);
    struct stat status;
    if (fd < 0 || !has_shadow(real) || fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
        return fd;
    if (flags & O_CREAT) {
        shadow_of(real, copy);
        int made = open_raw(copy, O_WRONLY | O_CREAT);
        must(made >= 0, "disk.c: creating in the shadow");
        syscall(SYS_close, made);
    }
    if (flags & O_TRUNC)
        note(&status, 0, 0);
    return fd;
}

/* open's third argument is there only when a file may be made. */
#define MODE_ARGUMENT(flags)                                          \
    mode_t mode = 0;                                                  \
    if ((flags) & O_CREAT || ((flags) & O_TMPFILE) == O_TMPFILE) {    \
        va_list arguments;                                            \
        va_start(arguments, flags);                                   \
        mode = va_arg(arguments, mode_t);                             \
        va_end(arguments);                                            \
    }

int open(const char *path, int flags, ...)
{
    MODE_ARGUMENT(flags)
    return open_watched(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    MODE_ARGUMENT(flags)
    return open_watched(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    MODE_ARGUMENT(flags)
    return open_watched(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...)
{
    MODE_ARGUMENT(flags)
    return open_watched(folder, path, flags, mode);
}

int creat(const char *path, mode_t mode)
{
    return open_watched(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

int unlinkat(int folder, const char *path, int flags)
{
    char real[PATH_MAX], copy[PATH_MAX];
    if (!names_watched(folder, path, real))
        return syscall(SYS_unlinkat, folder, path, flags);
    if (fault_now() == EROFS_FAULT)
        return refuse(EROFS);
    int result = syscall(SYS_unlinkat, folder, path, flags);
    if (result == 0 && has_shadow(real)) {
        shadow_of(real, copy);
        syscall(SYS_unlinkat, AT_FDCWD, copy, flags);
    }
    return result;
}

int unlink(const char *path)
{
    return unlinkat(AT_FDCWD, path, 0);
}

int rmdir(const char *path)
{
    return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    char real_from[PATH_MAX], real_to[PATH_MAX], copy_from[PATH_MAX], copy_to[PATH_MAX];
    bool leaves = names_watched(from_folder, from, real_from), arrives = names_watched(to_folder, to, real_to);
    if ((leaves || arrives) && fault_now() == EROFS_FAULT)
        return refuse(EROFS);
    int result = syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    if (result == 0 && leaves && arrives && has_shadow(real_from) && has_shadow(real_to)) {
        shadow_of(real_from, copy_from);
        shadow_of(real_to, copy_to);
        must(syscall(SYS_renameat2, AT_FDCWD, copy_from, AT_FDCWD, copy_to, flags) == 0, "disk.c: renaming");
    }
    return result;
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    return renameat2(from_folder, from, to_folder, to, 0);
}

int rename(const char *from, const char *to)
{
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int mkdirat(int folder, const char *path, mode_t mode)
{
    char real[PATH_MAX], copy[PATH_MAX];
    if (!names_watched(folder, path, real))
        return syscall(SYS_mkdirat, folder, path, mode);
    if (fault_now() == EROFS_FAULT)
        return refuse(EROFS);
    int result = syscall(SYS_mkdirat, folder, path, mode);
    if (result == 0 && has_shadow(real)) {
        shadow_of(real, copy);
        syscall(SYS_mkdirat, AT_FDCWD, copy, mode);
    }
    return result;
}

int mkdir(const char *path, mode_t mode)
{
    return mkdirat(AT_FDCWD, path, mode);
}

/* ---- writing ---- */

/* Around the system call of a write: may it, and if so, what is pending now. `at` is -1 for the file's position. */
#define WRITE(fd, at, call)                                                          \
    struct stat status;                                                              \
    char path[PATH_MAX];                                                             \
    if (!is_watched(fd, &status, path))                                              \
        return call;                                                                 \
    int error = write_error();                                                       \
    if (error != 0)                                                                  \
        return refuse(error);                                                        \
    ssize_t written = call;                                                          \
    if (written > 0 && has_shadow(path)) {                                           \
        /* After the call, because O_APPEND decides the place only then. */          \
        off_t end = (at) < 0 ? lseek(fd, 0, SEEK_CUR) : (off_t)(at) + written;       \
        note(&status, end - written, end);                                           \
    }                                                                                \
    return written;

ssize_t write(int fd, const void *bytes, size_t count)
{
    WRITE(fd, -1, syscall(SYS_write, fd, bytes, count))
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    WRITE(fd, -1, syscall(SYS_writev, fd, parts, count))
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at)
{
    WRITE(fd, at, syscall(SYS_pwrite64, fd, bytes, count, at))
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at)
{
    return pwrite64(fd, bytes, count, at);
}

int ftruncate64(int fd, off64_t size)
{
    struct stat status;
    char path[PATH_MAX];
    if (!is_watched(fd, &status, path))
        return syscall(SYS_ftruncate, fd, size);
    int error = write_error();
    /* A full disk still gives space back. */
    if (error == EROFS || (error == ENOSPC && size > status.st_size))
        return refuse(error);
    int result = syscall(SYS_ftruncate, fd, size);
    if (result == 0 && has_shadow(path))
        note(&status, 0, 0);
    return result;
}

int ftruncate(int fd, off_t size)
{
    return ftruncate64(fd, size);
}

ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t count, unsigned flags)
{
    struct stat status;
    char path[PATH_MAX];
    if (is_watched(to, &status, path))
        return refuse(ENOSYS);
    return syscall(SYS_copy_file_range, from, from_at, to, to_at, count, flags);
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t count)
{
    struct stat status;
    char path[PATH_MAX];
    if (is_watched(to, &status, path))
        return refuse(EINVAL);
    return syscall(SYS_sendfile, to, from, at, count);
}

ssize_t sendfile(int to, int from, off_t *at, size_t count)
{
    return sendfile64(to, from, at, count);
}

/* ---- making durable ---- */

static int sync_watched(int fd, long number)
{
    struct stat status;
    char path[PATH_MAX];
    if (!is_watched(fd, &status, path))
        return syscall(number, fd);
    enum fault fault = fault_now();
    if (fault == LIAR)
        return 0;
    if (fault == EIO_FAULT) {
        pthread_mutex_lock(&lock);
        forget(find_pending(&status));
        pthread_mutex_unlock(&lock);
        return refuse(EIO);
    }
    int result = syscall(number, fd);
    if (result == 0 && has_shadow(path))
        make_durable(fd, path, &status);
    return result;
}

int fsync(int fd)
{
    return sync_watched(fd, SYS_fsync);
}

int fdatasync(int fd)
{
    return sync_watched(fd, SYS_fdatasync);
}
