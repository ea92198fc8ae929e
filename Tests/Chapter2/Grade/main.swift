import Grading

GradeMain.run(exercises: boundExercises)
