#include "distance.h"

#include <math.h>

static double radians(double degrees) { return degrees * M_PI / 180; }

double distance(double radius, double lat1, double lon1, double lat2, double lon2) {
  double a = sin(radians(lat2 - lat1) / 2);
  double b = sin(radians(lon2 - lon1) / 2);
  double h = a * a + cos(radians(lat1)) * cos(radians(lat2)) * b * b;
  return 2 * radius * asin(sqrt(h));
}
