package io.clearmltenants.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.WaitResponse;
import com.github.dockerjava.core.command.ConnectToNetworkCmdImpl;
import com.github.dockerjava.core.command.CreateContainerCmdImpl;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the executable can read of an engine's answers is written down by hand: is it all? */
class DockerModelsTest {
    private final Set<Class<?>> needed = new HashSet<>();

    @Test
    void everyTypeInAQuestionOrAnAnswerIsThereAndNoOther() {
        Stream.of(
                        Container.class,
                        InspectContainerResponse.class,
                        CreateContainerCmdImpl.class,
                        CreateContainerResponse.class,
                        ConnectToNetworkCmdImpl.class,
                        WaitResponse.class,
                        Version.class)
                .forEach(this::add);

        assertThat(DockerModels.class.getAnnotation(RegisterForReflection.class).targets())
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            add(generic.getRawType());
            Stream.of(generic.getActualTypeArguments()).forEach(this::add);
        } else if (type instanceof Class<?> array && array.isArray()) {
            add(array.getComponentType());
        } else if (type instanceof Class<?> model
                && model.getName().startsWith("com.github.dockerjava")
                && needed.add(model)) {
            Stream.ofNullable(model.getGenericSuperclass()).forEach(this::add);
            converters(model);
            for (Field field : model.getDeclaredFields()) {
                if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
                    add(field.getGenericType());
                    converters(field);
                }
            }
        }
    }

    private void converters(AnnotatedElement place) {
        Stream.ofNullable(place.getAnnotation(JsonDeserialize.class))
                .forEach(
                        reads -> {
                            add(reads.using());
                            add(reads.builder());
                        });
        Stream.ofNullable(place.getAnnotation(JsonSerialize.class))
                .forEach(writes -> add(writes.using()));
    }
}
