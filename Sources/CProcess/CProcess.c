#include "CProcess.h"
void course_process_placeholder(void) {}
