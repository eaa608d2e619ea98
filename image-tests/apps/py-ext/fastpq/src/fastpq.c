/* What libpq makes of a connection string. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <libpq-fe.h>

static PyObject *parse(PyObject *self, PyObject *args) {
  const char *text;
  char *message = NULL;
  if (!PyArg_ParseTuple(args, "s", &text)) return NULL;
  PQconninfoOption *options = PQconninfoParse(text, &message);
  if (!options) {
    PyErr_SetString(PyExc_ValueError, message ? message : "out of memory");
    PQfreemem(message);
    return NULL;
  }
  PyObject *result = PyDict_New();
  for (PQconninfoOption *option = options; result && option->keyword; option++) {
    if (!option->val) continue;
    PyObject *value = PyUnicode_FromString(option->val);
    if (!value || PyDict_SetItemString(result, option->keyword, value)) Py_CLEAR(result);
    Py_XDECREF(value);
  }
  PQconninfoFree(options);
  return result;
}

static PyMethodDef methods[] = {
    {"parse", parse, METH_VARARGS, "The parts of a connection string."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "fastpq", NULL, -1, methods};

PyMODINIT_FUNC PyInit_fastpq(void) { return PyModule_Create(&module); }
