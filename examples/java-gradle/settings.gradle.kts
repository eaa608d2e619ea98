rootProject.name = "dice"
