void course_process_placeholder(void);
