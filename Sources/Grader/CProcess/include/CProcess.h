#ifndef COURSE_CPROCESS_H
#define COURSE_CPROCESS_H

/// Makes the calling process the one that inherits orphans among its descendants.
/// Returns 0 on success, -1 where the system has no such thing.
int course_adopt_orphans(void);

/// Closes the calling process's memory and descriptors in /proc to others of the same user (not to
/// the superuser). Returns 0 on success, -1 where the system has no such thing.
int course_hide(void);

/// Has the calling process killed when its parent dies. Returns 0 on success, else -1.
int course_die_with_parent(void);

/// Bounds the calling process and what it starts; the bounds cannot be raised again.
/// CPU time in seconds, address space and file size in bytes. Returns 0 on success, else -1.
int course_limit(unsigned long cpu_seconds, unsigned long address_bytes, unsigned long file_bytes);

/// A pipe whose ends no program started later inherits; ends[0] reads, ends[1] writes.
/// The reading end does not block. Returns 0 on success, else -1.
int course_pipe(int ends[2]);

/// A copy of a descriptor with a number of at least `lowest` that no program started later inherits.
int course_duplicate(int descriptor, int lowest);

/// Closes every descriptor from 3 on but one: what a careless ancestor left open is none of ours.
void course_close_others(int kept);

/// Has standard output written line by line, so that a crash loses nothing that was printed.
void course_write_lines_at_once(void);

/// Whether a wait status says that a signal ended the process, and which (0 if none).
int course_ending_signal(int status);

/// The exit code in a wait status.
int course_exit_code(int status);

/// Whether a wait status says that a signal has stopped the process, for the time being.
int course_is_stopped(int status);

/// Whether a wait status says that a stopped process goes on.
int course_is_continued(int status);

/// Processor time, in seconds, of children that have been waited for, and of theirs.
double course_ended_children_seconds(void);

#endif
